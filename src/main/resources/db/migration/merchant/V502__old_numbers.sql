-- Businesses that never changed to the unified code are known by their old registration number (注册号, 13 or 15 digits).
alter table merchant.entity add column old_no text collate "C";
alter table merchant.incoming add column old_no text collate "C";
alter table merchant.incoming alter column uscc drop not null;

-- An extract that is taken in through the browser: how far it is and what was wrong with it. Shown to the agency and those above.
create table merchant.extract (
    extract_id text primary key,
    agency_code text collate "C" not null,
    file_name text not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    total int not null default 0,
    read int not null default 0,
    added int not null default 0,
    changed int not null default 0,
    same int not null default 0,
    left_out int not null default 0,
    faults int not null default 0,
    problem text,
    by_person text not null,
    started_at timestamptz not null,
    -- who is at it writes here with each portion; what was left alone by a stopped program is gone on with
    touched_at timestamptz not null,
    finished_at timestamptz
);
create index extract_started on merchant.extract (agency_code, started_at desc);
alter table merchant.extract enable row level security;
create policy scope on merchant.extract using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on merchant.extract to fx_app;

-- Line, column and reason; the first ten thousand of an extract.
create table merchant.extract_fault (
    extract_id text not null references merchant.extract (extract_id),
    position int not null,
    line int not null,
    heading text not null,
    problem text not null,
    primary key (extract_id, position)
);
alter table merchant.extract_fault enable row level security;
create policy scope on merchant.extract_fault
    using (exists (select from merchant.extract e where e.extract_id = extract_fault.extract_id));
grant select, insert, delete on merchant.extract_fault to fx_app;
