-- Second factor: codes of one time by the clock (RFC 6238). The secret is sealed for its row; what is only begun waits beside
-- the one in use until a code of it was given.
create table identity.second_factor (
    person_id     text        not null primary key references identity.person,
    secret        bytea,
    confirmed_at  timestamptz,
    next_secret   bytea,
    next_begun_at timestamptz,
    -- a security administrator took it back: the person has to enrol anew, whatever the setting
    reset_at      timestamptz,
    check ((secret is null) = (confirmed_at is null)),
    check ((next_secret is null) = (next_begun_at is null))
);
alter table identity.second_factor enable row level security;
create policy second_factor_scope on identity.second_factor
    using (exists (select from identity.person p where p.person_id = second_factor.person_id));
grant select, insert, update on identity.second_factor to fx_app;

-- Each step of half a minute is accepted once: of two who give the same code at once, the key lets one in.
create table identity.second_factor_step (
    person_id text   not null references identity.person,
    step      bigint not null,
    primary key (person_id, step)
);
alter table identity.second_factor_step enable row level security;
create policy second_factor_step_scope on identity.second_factor_step
    using (exists (select from identity.person p where p.person_id = second_factor_step.person_id));
grant select, insert, delete on identity.second_factor_step to fx_app;

-- Ten codes for the day on which the telephone is gone, as keyed fingerprints; each once.
create table identity.recovery_code (
    person_id text  not null references identity.person,
    digest    bytea not null check (length(digest) = 32),
    used_at   timestamptz,
    primary key (person_id, digest)
);
alter table identity.recovery_code enable row level security;
create policy recovery_code_scope on identity.recovery_code
    using (exists (select from identity.person p where p.person_id = recovery_code.person_id));
grant select, insert, update, delete on identity.recovery_code to fx_app;
