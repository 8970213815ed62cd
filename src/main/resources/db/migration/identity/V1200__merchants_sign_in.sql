-- People of member merchants sign in like officers; their role stands alone, and no grant of an officer's role reaches them.
alter table identity.role_grant drop constraint role_grant_role_check;
alter table identity.role_grant add constraint role_grant_role_check check (role in (
    'REGISTRAR', 'INTAKE', 'HANDLER', 'MEDIATOR', 'ENTRUSTED', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR',
    'IDENTITY_KEEPER', 'ARCHIVIST', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'RESPONDENT'));

create function identity.keep_merchants_apart() returns trigger language plpgsql as $$
declare
    merchants int;
    roles     int;
begin
    perform pg_advisory_xact_lock(hashtextextended('identity.role_grant:' || new.person_id, 0));
    select count(*) filter (where role = 'RESPONDENT'), count(*)
      into merchants, roles
      from identity.role_grant
     where person_id = new.person_id;
    if merchants > 0 and roles > 1 then
        raise exception 'a merchant''s account holds no other role'
            using errcode = 'check_violation', constraint = 'merchants_apart';
    end if;
    return null;
end
$$;
create trigger merchants_apart after insert or update on identity.role_grant
    for each row execute function identity.keep_merchants_apart();
