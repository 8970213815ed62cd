create schema intake;
grant usage on schema intake to fx_app;

-- Nobody's request reads these tables by itself: the program does, after it has checked a tracking code or a case's scope.
-- The one place that knows which report came with which complaint (Art. 9, 37).
create function intake.by_program() returns boolean language sql stable parallel safe
    return current_setting('fangxin.scope_from', true) = ''
       and current_setting('fangxin.scope_to', true) = ':'
       and coalesce(current_setting('fangxin.person', true), '') = '';
grant execute on function intake.by_program() to fx_app;

create table intake.submission (
    submission_no text primary key,
    agency_code text collate "C" not null,
    channel text not null,
    kinds text[] not null,
    kinds_proposed boolean not null,
    green_channel boolean not null,
    entrusted_mediation boolean not null,
    disclosure boolean not null,
    received_at timestamptz not null,
    recorded_at timestamptz not null,
    registered_by text,
    -- keyed fingerprint of the tracking code; imported ones have none
    tracking_key int,
    tracking_mac bytea
);
alter table intake.submission enable row level security;
create policy program on intake.submission using (intake.by_program());
grant select, insert on intake.submission to fx_app;

create table intake.submission_case (
    submission_no text not null references intake.submission (submission_no),
    position int not null,
    case_no text not null unique,
    kind text not null,
    party_id text not null,
    primary key (submission_no, position)
);
alter table intake.submission_case enable row level security;
create policy program on intake.submission_case using (intake.by_program());
grant select, insert on intake.submission_case to fx_app;

-- Numbers of submissions: one row a day and agency; no personal data.
create table intake.number (
    agency_code text collate "C" not null,
    day date not null,
    last int not null,
    primary key (agency_code, day)
);
grant select, insert, update on intake.number to fx_app;

-- Same key, same body: the first answer again, for a day. The answer holds a tracking code and is sealed.
create table intake.idempotency (
    key_mac bytea primary key,
    body_mac bytea not null,
    answer bytea,
    made_at timestamptz not null
);
alter table intake.idempotency enable row level security;
create policy program on intake.idempotency using (intake.by_program());
grant select, insert, update, delete on intake.idempotency to fx_app;
create index idempotency_age on intake.idempotency (made_at);

-- Wrong tries of a tracking code, by fingerprint of number and address.
create table intake.tracking_attempt (
    pair_mac bytea primary key,
    failures int not null,
    last_at timestamptz not null
);
alter table intake.tracking_attempt enable row level security;
create policy program on intake.tracking_attempt using (intake.by_program());
grant select, insert, update, delete on intake.tracking_attempt to fx_app;
create index tracking_attempt_age on intake.tracking_attempt (last_at);
