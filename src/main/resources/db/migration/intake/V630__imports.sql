create table intake.import_job (
    import_id text primary key,
    agency_code text collate "C" not null,
    file_name bytea not null,
    -- null once the original file has been deleted
    file_id text,
    file_sm3 text not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    dry_run boolean not null,
    mapping text not null,
    total int not null,
    processed int not null default 0,
    landed int not null default 0,
    skipped int not null default 0,
    failed int not null default 0,
    fault text,
    created_by text not null,
    started_at timestamptz not null,
    finished_at timestamptz
);
alter table intake.import_job enable row level security;
create policy scope on intake.import_job using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on intake.import_job to fx_app;
create index import_job_recent on intake.import_job (agency_code, started_at desc);
create index import_job_running on intake.import_job (import_id) where state = 'RUNNING';

-- What became of each row. The original text may hold personal data and is sealed.
create table intake.import_row (
    import_id text not null references intake.import_job (import_id),
    row_no int not null,
    agency_code text collate "C" not null,
    outcome text not null check (outcome in ('LANDED', 'SKIPPED', 'FAILED')),
    column_name text,
    original bytea,
    problem text,
    how_to_fix text,
    case_no text,
    primary key (import_id, row_no)
);
alter table intake.import_row enable row level security;
create policy scope on intake.import_row using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, delete on intake.import_row to fx_app;
create index import_row_outcome on intake.import_row (import_id, outcome, row_no);

-- Which rows an agency has taken in already, by fingerprint of their number or of their whole content.
create table intake.import_key (
    agency_code text collate "C" not null,
    row_mac bytea not null,
    content_mac bytea not null,
    case_no text not null,
    import_id text not null,
    primary key (agency_code, row_mac)
);
alter table intake.import_key enable row level security;
create policy scope on intake.import_key using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert on intake.import_key to fx_app;

-- Which column means what, as somebody of the agency settled it for this kind of file.
create table intake.import_mapping (
    agency_code text collate "C" not null,
    header_sm3 text not null,
    mapping text not null,
    settled_by text not null,
    settled_at timestamptz not null,
    primary key (agency_code, header_sm3)
);
alter table intake.import_mapping enable row level security;
create policy scope on intake.import_mapping using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on intake.import_mapping to fx_app;
