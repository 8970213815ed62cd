create schema field;
grant usage on schema field to fx_app;

-- Who took cases out of the house, since when and until when, and how that ended.
create table field.pass (
    pass_id uuid primary key,
    agency_code text collate "C" not null,
    person_id text not null check (person_id <> ''),
    taken_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > taken_at),
    ended_at timestamptz,
    ended text check (ended in ('HANDED_IN', 'SIGNED_OUT', 'WRONG_PIN', 'REVOKED')),
    check ((ended is null) = (ended_at is null))
);
alter table field.pass enable row level security;
create policy own on field.pass using (
    person_id = current_setting('fangxin.person', true) and person_id <> '');
create policy scope on field.pass using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on field.pass to fx_app;
create index pass_person on field.pass (person_id, taken_at desc);
create index pass_agency on field.pass (agency_code, expires_at) where ended_at is null;

-- The key that opens what lies on the device, sealed. Nobody but the person reads it; whoever ends the pass of a lost
-- device deletes it, and the program does when it has run out.
create table field.pass_key (
    pass_id uuid primary key references field.pass (pass_id),
    person_id text not null check (person_id <> ''),
    body bytea not null,
    keep_until timestamptz not null
);
alter table field.pass_key enable row level security;
create policy own on field.pass_key using (
    person_id = current_setting('fangxin.person', true) and person_id <> '');
create policy expiry on field.pass_key using (intake.by_program());
create index pass_key_age on field.pass_key (keep_until);
grant select, insert, delete on field.pass_key to fx_app;

-- Which cases were taken along. Append only.
create table field.taken (
    pass_id uuid not null references field.pass (pass_id),
    case_no text not null,
    taken_at timestamptz not null,
    primary key (pass_id, case_no)
);
alter table field.taken enable row level security;
create policy own on field.taken using (exists (
    select from field.pass p
     where p.pass_id = taken.pass_id and p.person_id = current_setting('fangxin.person', true)));
grant select, insert on field.taken to fx_app;
