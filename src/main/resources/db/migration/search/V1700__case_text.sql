create schema search;
grant usage on schema search to fx_app;

-- What search walks of each case: words, and who may know of it. Made by a reader of the journal and made anew at will.
-- Text search is not leakproof, so under row-level security no index of words is used. Therefore the program reads this
-- table only through the owner's view below, which holds the same scope, and asks the case file itself for every hit.
create table search.case_text (
    case_id bigint primary key references casefile.case_file (id),
    agency_code text collate "C" not null,
    province text collate "C" not null generated always as (left(agency_code, 2)) stored,
    city text collate "C" not null generated always as (left(agency_code, 4)) stored,
    county text collate "C" not null generated always as (left(agency_code, 6)) stored,
    kind text not null,
    stage text not null,
    handlers text[] not null default '{}',
    recused text[] not null default '{}',
    received timestamptz not null,
    -- tells whether the words changed: a step of the case that changes none leaves the index of words alone
    digest text not null,
    terms tsvector not null
) with (fillfactor = 85, toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.02,
        autovacuum_analyze_scale_factor = 0.02);
alter table search.case_text alter column terms set storage external;
alter table search.case_text alter column terms set statistics 500;

alter table search.case_text enable row level security;
create policy scope on search.case_text using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and current_setting('fangxin.person', true) = any (handlers)))
    and not (current_setting('fangxin.person', true) = any (recused)));
grant insert, delete, update on search.case_text to fx_app;
grant select (case_id, digest) on search.case_text to fx_app;

create index case_text_terms on search.case_text using gin (terms) with (gin_pending_list_limit = 1024);
create index case_text_received on search.case_text (received desc, case_id desc);
create index case_text_province on search.case_text (province, received desc, case_id desc);
create index case_text_city on search.case_text (city, received desc, case_id desc);
create index case_text_county on search.case_text (county, received desc, case_id desc);
create index case_text_agency on search.case_text (agency_code, received desc, case_id desc);

-- The owner's eyes, with the policy's own words. No barrier: a barrier would keep the index of words from being used.
create view search.visible as
    select case_id, agency_code, province, city, county, kind, stage, handlers, received, terms
      from search.case_text
     where agency_code >= current_setting('fangxin.scope_from', true)
       and agency_code < current_setting('fangxin.scope_to', true)
       and (kind <> 'REPORT'
            or current_setting('fangxin.reports', true) = 'ALL'
            or (current_setting('fangxin.reports', true) = 'OWN'
                and current_setting('fangxin.person', true) = any (handlers)))
       and not (current_setting('fangxin.person', true) = any (recused));
grant select on search.visible to fx_app;
