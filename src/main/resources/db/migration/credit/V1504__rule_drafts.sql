-- A rule table is made by one and approved by another; only then it becomes a version.
create table credit.rule_draft (
    draft_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    valid_from date not null,
    body text not null,
    reason text not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'DECLINED')),
    made_by text not null,
    made_at timestamptz not null,
    decided_by text check (decided_by <> made_by),
    decided_at timestamptz,
    decided_why text
);
create index rule_draft_agency on credit.rule_draft (agency_code, draft_id desc);
alter table credit.rule_draft enable row level security;
create policy scope on credit.rule_draft using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or agency_code = left(current_setting('fangxin.scope_from', true), 6) and agency_code <> '');
grant select, insert, update on credit.rule_draft to fx_app;

-- who approved it and why it was made; the table that ships, and versions from before, have neither
alter table credit.rule_version add column approved_by text;
alter table credit.rule_version add column approved_at timestamptz;
alter table credit.rule_version add column reason text;
