-- Cores of businesses' names, by county: other writings of one name are looked for here. Written by a reader of the journal.
create table duplicate.name_key (
    case_id bigint primary key,
    county text collate "C" not null,
    core text collate "C" not null,
    received_at timestamptz not null
);
create index name_key_same on duplicate.name_key (county, core, received_at desc);
alter table duplicate.name_key enable row level security;
create policy scope on duplicate.name_key
    using (casefile.by_program() or exists (select from casefile.case_file c where c.id = name_key.case_id));
grant select, insert, update, delete on duplicate.name_key to fx_app;
