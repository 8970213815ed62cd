create schema worklist;
grant usage on schema worklist to fx_app;

-- A saved view: a filter, an order and columns under a name. Its maker's own, or shared with the agency and its offices.
-- The filter holds codes and a merchant's name, never words that may be a person's.
create table worklist.saved_view (
    view_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    owner text not null,
    name text not null,
    filter text not null,
    sort text not null check (sort in ('due', 'received')),
    columns text[] not null default '{}',
    shared boolean not null default false,
    changed_at timestamptz not null
);
create index saved_view_owner on worklist.saved_view (owner);
create index saved_view_agency on worklist.saved_view (agency_code) where shared;
alter table worklist.saved_view enable row level security;
create policy scope on worklist.saved_view
    using (
        current_setting('fangxin.scope_to', true) <> ''
        and (owner = current_setting('fangxin.person', true)
             or (shared and (agency_code = current_setting('fangxin.scope_from', true)
                             or (length(agency_code) = 6
                                 and starts_with(current_setting('fangxin.scope_from', true), agency_code))
                             or (agency_code = '00' and current_setting('fangxin.scope_to', true) = ':')))))
    with check (
        (agency_code >= current_setting('fangxin.scope_from', true)
         and agency_code < current_setting('fangxin.scope_to', true))
        and (owner = current_setting('fangxin.person', true)
             or (shared and current_setting('fangxin.leads', true) = 'YES')));
grant select, insert, update, delete on worklist.saved_view to fx_app;

-- The tabs' counters of a province or the nation walk an index each and stop at ten thousand.
create index case_file_open_stage on casefile.case_file (stage, kind, agency_code) where closed_at is null;
create index case_file_waiting on casefile.case_file (agency_code)
    where closed_at is null and (stage = 'GREEN_CHANNEL' or flags && array['MATERIAL_REQUESTED', 'APPRAISAL_RUNNING']);
