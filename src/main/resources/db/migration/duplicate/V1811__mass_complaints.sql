create schema duplicate;
grant usage on schema duplicate to fx_app;

-- That complaints of one business are no joint complaint, as a person decided with reasons: what had come in by then is not
-- proposed again.
create table duplicate.not_joint (
    id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    merchant text not null,
    matter text not null,
    reasons text not null,
    decided_by text not null,
    decided_at timestamptz not null
);
create index not_joint_matter on duplicate.not_joint (agency_code, merchant, matter, decided_at);
alter table duplicate.not_joint enable row level security;
create policy scope on duplicate.not_joint using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert on duplicate.not_joint to fx_app;
