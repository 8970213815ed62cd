-- The archive of a closed case: numbered once, by agency and year, when it is first bound.
create table document.archive (
    case_id bigint primary key references casefile.case_file (id),
    agency_code text collate "C" not null,
    year int not null,
    serial int not null,
    number text not null,
    numbered_at timestamptz not null,
    numbered_by text not null,
    unique (agency_code, year, serial)
);
alter table document.archive enable row level security;
create policy scope on document.archive
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on document.archive to fx_app;
