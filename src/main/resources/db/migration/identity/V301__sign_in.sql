-- Sign-in: failed attempts, sessions (the tables of Spring Session 4.1.0; ids may be longer than its 36), programs.

-- By keyed fingerprint of the user name as typed, so that a name nobody has is locked as well and looks the same.
create table identity.sign_in_attempt (
    subject      text        not null primary key,
    failures     int         not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);
create index sign_in_attempt_by_age on identity.sign_in_attempt (last_at);
grant select, insert, update, delete on identity.sign_in_attempt to fx_app;

create table identity.spring_session (
    primary_id            varchar(64) not null,
    session_id            varchar(64) not null,
    creation_time         bigint      not null,
    last_access_time      bigint      not null,
    max_inactive_interval int         not null,
    expiry_time           bigint      not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on identity.spring_session (session_id);
create index spring_session_ix2 on identity.spring_session (expiry_time);
create index spring_session_ix3 on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
    session_primary_id varchar(64)  not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references identity.spring_session (primary_id) on delete cascade
);
grant select, insert, update, delete on identity.spring_session, identity.spring_session_attributes to fx_app;

-- Programs with OAuth2 client credentials.
create table identity.client (
    client_id    text        not null primary key,
    secret_hash  text        not null,
    display_name text        not null check (length(display_name) between 1 and 50),
    agency_code  text        collate "C" not null check (agency_code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$'),
    roles        text[]      not null check (roles <@ array[
        'REGISTRAR', 'INTAKE', 'HANDLER', 'MEDIATOR', 'ENTRUSTED', 'INVESTIGATOR', 'UNIT_HEAD', 'LEADER', 'SUPERIOR',
        'ARCHIVIST']),
    created_at   timestamptz not null,
    created_by   text        not null,
    removed_at   timestamptz
);
alter table identity.client enable row level security;
create policy client_scope on identity.client
    using (agency_code >= current_setting('fangxin.scope_from', true)
       and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on identity.client to fx_app;
