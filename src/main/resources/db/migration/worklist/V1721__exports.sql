-- A list asked for as a file: which cases, for what, who approved. The file itself is made when it is fetched, in the eyes of
-- whoever asked, and kept nowhere. Gone after seven days; the audit log remembers.
create table worklist.export (
    export_id text primary key,
    agency_code text collate "C" not null,
    asked_by text not null,
    asked_at timestamptz not null,
    -- sealed: a search word may be a person's name
    filter bytea not null,
    sort text not null,
    columns text[] not null,
    format text not null check (format in ('CSV', 'XLSX')),
    purpose text not null,
    words text not null,
    rows int not null check (rows > 0),
    state text not null check (state in ('ASKED', 'READY', 'REFUSED')),
    decided_by text,
    decided_at timestamptz,
    decision text,
    expires_at timestamptz not null,
    -- two people, whatever the program forgets
    check (decided_by is null or decided_by <> asked_by)
);
create index export_asked_by on worklist.export (asked_by, asked_at);
create index export_waiting on worklist.export (agency_code, asked_at) where state = 'ASKED';
create index export_expires on worklist.export (expires_at);
alter table worklist.export enable row level security;
create policy scope on worklist.export using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (asked_by = current_setting('fangxin.person', true) or current_setting('fangxin.leads', true) = 'YES'));
grant select, insert, update, delete on worklist.export to fx_app;

-- The cases of an export in their order. Each is looked at again, with the asker's own eyes, when the file is made.
create table worklist.export_row (
    export_id text not null references worklist.export (export_id) on delete cascade,
    position int not null,
    case_no text not null,
    primary key (export_id, position)
);
alter table worklist.export_row enable row level security;
create policy scope on worklist.export_row
    using (exists (select from worklist.export e
                    where e.export_id = export_row.export_id
                      and e.asked_by = current_setting('fangxin.person', true)));
grant select, insert on worklist.export_row to fx_app;
