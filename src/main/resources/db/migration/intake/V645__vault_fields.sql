-- Who a reporter is, field by field (Art. 37): each sealed for the keeper's private key, so that opening one opens no other.
-- bound_to is the number that a value was sealed for: a report that goes on under another number takes its values along
-- without anybody opening them.
create table intake.vault_field (
    case_no text not null,
    field text not null check (field in ('NAME', 'PHONE', 'ID_NUMBER', 'ADDRESS', 'EMAIL', 'AGENT', 'ORIGINAL_TEXT')),
    bound_to text not null,
    sealed bytea not null,
    primary key (case_no, field)
);
alter table intake.vault_field enable row level security;
create policy program on intake.vault_field using (intake.by_program());
grant insert on intake.vault_field to fx_app;
grant select, insert on intake.vault_field to fx_vault;

-- the fingerprints stay beside; identity and original hold only what was sealed before the keeper had a key
alter table intake.vault alter column identity drop not null;
alter table intake.vault add column address_index bytea;
alter table intake.vault add column address_length smallint;
grant insert, update (identity, original) on intake.vault to fx_vault;

-- An opening: one field, asked for by one person for a purpose, opened by another.
create table intake.vault_opening (
    opening_id text primary key,
    case_no text not null,
    agency_code text not null collate "C",
    field text not null,
    purpose text not null check (purpose in ('VERIFY', 'TELL_REPORTER', 'REWARD', 'PROTECT')),
    requested_by text not null,
    requested_at timestamptz not null,
    state text not null default 'REQUESTED' check (state in ('REQUESTED', 'OPENED', 'REFUSED')),
    decided_by text,
    decided_at timestamptz,
    shown_until timestamptz,
    -- the second person is another one, whatever the program forgets
    check (decided_by is null or decided_by <> requested_by),
    check ((state = 'REQUESTED') = (decided_by is null))
);
alter table intake.vault_opening enable row level security;
create policy program on intake.vault_opening using (intake.by_program());
grant select, insert, update on intake.vault_opening to fx_app;
create index vault_opening_case on intake.vault_opening (case_no);
create index vault_opening_waiting on intake.vault_opening (requested_at) where state = 'REQUESTED';

alter table intake.vault_reading add column field text;
alter table intake.vault_reading add column opening_id text;
