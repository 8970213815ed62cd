-- Grants and old passwords are seen where their person is seen.
alter table identity.role_grant enable row level security;
create policy role_grant_scope on identity.role_grant
    using (exists (select from identity.person p where p.person_id = role_grant.person_id));

alter table identity.password_history enable row level security;
create policy password_history_scope on identity.password_history
    using (exists (select from identity.person p where p.person_id = password_history.person_id));

-- Which roles the system administrator asks for when making a program's account; the security administrator grants them.
alter table identity.client add column wanted_roles text[] not null default '{}' check (wanted_roles <@ array[
    'REGISTRAR', 'INTAKE', 'HANDLER', 'MEDIATOR', 'ENTRUSTED', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR',
    'ARCHIVIST']);
