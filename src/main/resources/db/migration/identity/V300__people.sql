-- People of the agencies and the roles they hold.
create schema identity;
grant usage on schema identity to fx_app;

create table identity.person (
    person_id           text        not null primary key,
    username            text        not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{2,31}$'),
    display_name        text        not null check (length(display_name) between 1 and 50),
    agency_code         text        collate "C" not null check (agency_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$'),
    active              boolean     not null default true,
    password_hash       text        not null,
    password_changed_at timestamptz not null,
    must_change         boolean     not null,
    -- Counts every change that ends the person's sessions: password, grants, agency, disabling.
    stamp               bigint      not null default 0,
    created_at          timestamptz not null,
    created_by          text        not null
);
create index person_by_agency on identity.person (agency_code, username);

alter table identity.person enable row level security;
create policy person_scope on identity.person
    using (agency_code >= current_setting('fangxin.scope_from', true)
       and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on identity.person to fx_app;

create table identity.password_history (
    person_id  text        not null references identity.person,
    hash       text        not null,
    changed_at timestamptz not null,
    primary key (person_id, changed_at)
);
grant select, insert, delete on identity.password_history to fx_app;

create table identity.role_grant (
    person_id  text        not null references identity.person,
    role       text        not null check (role in (
        'REGISTRAR', 'INTAKE', 'HANDLER', 'MEDIATOR', 'ENTRUSTED', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR',
        'IDENTITY_KEEPER', 'ARCHIVIST', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')),
    granted_at timestamptz not null,
    granted_by text        not null,
    primary key (person_id, role)
);
grant select, insert, delete on identity.role_grant to fx_app;

-- Three administrators apart (GB/T 22239-2019 8.1.5): nobody holds two of their roles, nor one beside any other role.
-- The lock makes two grants at the same time see each other.
create function identity.keep_administrators_apart() returns trigger language plpgsql as $$
declare
    administrators int;
    roles          int;
begin
    perform pg_advisory_xact_lock(hashtextextended('identity.role_grant:' || new.person_id, 0));
    select count(*) filter (where role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR')), count(*)
      into administrators, roles
      from identity.role_grant
     where person_id = new.person_id;
    if administrators > 0 and roles > 1 then
        raise exception 'administrators are kept apart'
            using errcode = 'check_violation', constraint = 'administrators_apart';
    end if;
    return null;
end
$$;
create trigger administrators_apart after insert or update on identity.role_grant
    for each row execute function identity.keep_administrators_apart();

-- Colleagues' names for timelines and lists, whatever the scope of the asking transaction: an id says nothing to a reader.
create function identity.display_names(ids text[]) returns table (person_id text, display_name text)
    language sql stable security definer set search_path = pg_catalog as $$
    select p.person_id, p.display_name from identity.person p where p.person_id = any (ids)
$$;
revoke all on function identity.display_names(text[]) from public;
grant execute on function identity.display_names(text[]) to fx_app;
