-- Whose turn a new case is, as a unit settled it. A version is only ever added; drafts are what became of a proposal.
create table staffing.assignment_rule (
    agency_code text collate "C" not null,
    no int not null check (no > 0),
    body text not null,
    reason text not null,
    made_by text not null,
    made_at timestamptz not null,
    activated_by text not null,
    activated_at timestamptz not null,
    primary key (agency_code, no)
);
alter table staffing.assignment_rule enable row level security;
create policy scope on staffing.assignment_rule using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or agency_code = left(current_setting('fangxin.scope_from', true), 6) and agency_code <> '');
grant select, insert on staffing.assignment_rule to fx_app;

create table staffing.assignment_draft (
    draft_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    body text not null,
    reason text not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'ACTIVATED', 'DECLINED')),
    made_by text not null,
    made_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decided_why text,
    check ((state = 'OPEN') = (decided_by is null))
);
create index assignment_draft_agency on staffing.assignment_draft (agency_code, draft_id desc);
alter table staffing.assignment_draft enable row level security;
create policy scope on staffing.assignment_draft using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on staffing.assignment_draft to fx_app;

-- When an officer last got a case, for the order of turns. Out of the journal.
create table staffing.turn (
    agency_code text collate "C" not null,
    person_id text not null,
    last_at timestamptz not null,
    primary key (agency_code, person_id)
);
alter table staffing.turn enable row level security;
create policy scope on staffing.turn using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or agency_code = left(current_setting('fangxin.scope_from', true), 6) and agency_code <> '');
grant select, insert, update, delete on staffing.turn to fx_app;

-- Cases that came to a unit which lets its rule assign, and why one of them still lies there.
create table staffing.waiting (
    case_no text primary key,
    since timestamptz not null,
    looked_at timestamptz,
    why text
);
create index waiting_next on staffing.waiting (looked_at nulls first, since);
alter table staffing.waiting enable row level security;
create policy scope on staffing.waiting
    using (exists (select from casefile.case_file c where c.case_no = waiting.case_no));
grant select, insert, update, delete on staffing.waiting to fx_app;
