-- What is known of stored files; their content lies sealed in files of the program's home, never here.
create table intake.attachment (
    attachment_id text primary key,
    file_name bytea not null,
    type text not null,
    size bigint not null,
    sm3 text not null,
    metadata text not null check (metadata in ('ORIGINAL', 'STRIPPED', 'KEPT')),
    for_report boolean not null,
    uploaded_at timestamptz not null,
    uploaded_by text,
    bound_at timestamptz
);
alter table intake.attachment enable row level security;
create policy program on intake.attachment using (intake.by_program());
grant select, insert, update, delete on intake.attachment to fx_app;
create index attachment_unbound on intake.attachment (uploaded_at) where bound_at is null;

-- What an officer was writing: his own alone, sealed.
create table intake.draft (
    person_id text not null,
    key text not null,
    body bytea not null,
    updated_at timestamptz not null,
    primary key (person_id, key)
);
alter table intake.draft enable row level security;
create policy own on intake.draft using (
    person_id = current_setting('fangxin.person', true) and person_id <> '');
grant select, insert, update, delete on intake.draft to fx_app;
