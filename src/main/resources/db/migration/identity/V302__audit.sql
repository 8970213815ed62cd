-- Audit log: only ever longer. Each link is an HMAC-SM3 over the one before it; the head says where the log ends.
create table identity.audit_log (
    seq         bigint      not null primary key,
    at          timestamptz not null,
    actor       text        not null,
    agency_code text        collate "C" not null,
    action      text        not null check (action ~ '^[A-Z0-9_.-]{1,64}$'),
    subject     text        not null,
    outcome     text        not null check (outcome in ('OK', 'FAILED', 'LOCKED')),
    detail      text        not null,
    origin      text        not null,
    link        text        not null
);
create index audit_log_by_time on identity.audit_log (at, seq);

alter table identity.audit_log enable row level security;
create policy audit_read on identity.audit_log for select
    using (agency_code >= current_setting('fangxin.scope_from', true)
       and agency_code < current_setting('fangxin.scope_to', true));
create policy audit_append on identity.audit_log for insert with check (true);
grant select, insert on identity.audit_log to fx_app;

-- Not even the owner of the table edits it by mistake.
create function identity.audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end
$$;
create trigger audit_append_only before update or delete on identity.audit_log
    for each row execute function identity.audit_is_append_only();
create trigger audit_never_emptied before truncate on identity.audit_log
    for each statement execute function identity.audit_is_append_only();

create table identity.audit_head (
    one  boolean not null primary key default true check (one),
    seq  bigint  not null,
    link text    not null
);
insert into identity.audit_head (seq, link) values (0, '');
grant select, update on identity.audit_head to fx_app;

-- Which keys this database was written with: a key file that lacks one of them belongs to another database.
create table identity.key_fingerprint (
    number      int  not null primary key,
    fingerprint text not null
);
grant select, insert on identity.key_fingerprint to fx_app;
