-- Who a reporter is (Art. 37). The application may write here and not read: reading needs the role fx_vault, taken on for
-- that one read and recorded.
create table intake.vault (
    case_no text primary key,
    submission_no text not null,
    anonymous boolean not null,
    identity bytea not null,
    original bytea,
    phone_index bytea,
    id_number_index bytea,
    name_index bytea,
    recorded_at timestamptz not null
);
alter table intake.vault enable row level security;
create policy program on intake.vault using (intake.by_program());
grant insert on intake.vault to fx_app;
grant usage on schema intake to fx_vault;
grant select on intake.vault to fx_vault;
grant execute on function intake.by_program() to fx_vault;
create index vault_phone on intake.vault (phone_index);
create index vault_id_number on intake.vault (id_number_index);

create table intake.vault_reading (
    reading_id bigint generated always as identity primary key,
    case_no text not null,
    person_id text not null,
    purpose text not null,
    read_at timestamptz not null
);
alter table intake.vault_reading enable row level security;
create policy program on intake.vault_reading using (intake.by_program());
grant insert on intake.vault_reading to fx_app;
grant select on intake.vault_reading to fx_vault;
