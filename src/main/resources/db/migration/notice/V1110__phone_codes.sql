-- Codes sent to a telephone to see whose it is (Art. 10). Kept as a keyed fingerprint; sealed only until it was sent or is over.
create table notice.phone_code (
    code_id uuid primary key,
    case_no text not null,
    party_id text not null,
    mac_key int not null,
    mac bytea not null,
    sealed bytea,
    tries int not null default 0,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
alter table notice.phone_code enable row level security;
create policy program on notice.phone_code using (notice.by_program());
grant select, insert, update, delete on notice.phone_code to fx_app;
create index phone_code_case on notice.phone_code (case_no, made_at desc);
