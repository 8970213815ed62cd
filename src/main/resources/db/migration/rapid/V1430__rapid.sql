create schema rapid;
grant usage on schema rapid to fx_app;

-- Which streets and counties are county seat, town or country for the promise of arriving; as the agency set it. Public.
create table rapid.place (
    agency_code text collate "C" not null,
    division_code text collate "C" not null,
    area text not null check (area in ('TOWN', 'RURAL', 'COUNTY_SEAT')),
    set_by text not null,
    set_at timestamptz not null,
    primary key (agency_code, division_code)
);
grant select, insert, update, delete on rapid.place to fx_app;

-- Made from the journal: the service promises of each case with what became of them.
create table rapid.promise (
    case_no text not null,
    position int not null,
    rule text not null,
    agency_code text collate "C" not null,
    started_at timestamptz not null,
    due_at timestamptz not null,
    state text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'LIFTED')),
    ended_at timestamptz,
    primary key (case_no, position)
);
create index promise_running on rapid.promise (agency_code, due_at) where state = 'RUNNING';
create index promise_started on rapid.promise (started_at, rule);
alter table rapid.promise enable row level security;
create policy scope on rapid.promise
    using (exists (select from casefile.case_file c where c.case_no = promise.case_no));
grant select, insert, delete on rapid.promise to fx_app;

-- Who was sent out. Made from the journal.
create table rapid.team (
    case_no text not null,
    person_id text not null,
    sent_at timestamptz not null,
    primary key (case_no, person_id)
);
create index team_person on rapid.team (person_id);
alter table rapid.team enable row level security;
create policy scope on rapid.team using (exists (select from casefile.case_file c where c.case_no = team.case_no));
grant select, insert, delete on rapid.team to fx_app;

-- Words that look dangerous, for an officer to say yes or no to.
create table rapid.hint (
    case_no text not null,
    kind text not null check (kind in ('FOOD', 'DANGER')),
    reason text not null,
    made_at timestamptz not null,
    answer text check (answer in ('CONFIRMED', 'DISMISSED')),
    answer_reason text,
    answered_by text,
    answered_at timestamptz,
    primary key (case_no, kind)
);
create index hint_open on rapid.hint (made_at) where answer is null;
alter table rapid.hint enable row level security;
create policy scope on rapid.hint using (exists (select from casefile.case_file c where c.case_no = hint.case_no));
grant select, insert, update, delete on rapid.hint to fx_app;

-- Arrivals and departures with time and place, told by telephone from the spot. Append only.
create table rapid.visit (
    visit_id bigint generated always as identity primary key,
    case_no text not null,
    person_id text not null,
    step text not null check (step in ('ARRIVED', 'LEFT')),
    at timestamptz not null,
    recorded_at timestamptz not null,
    latitude numeric(8, 5),
    longitude numeric(8, 5),
    accuracy_m int,
    place bytea,
    key_hash bytea not null,
    unique (case_no, person_id, key_hash)
);
alter table rapid.visit enable row level security;
create policy scope on rapid.visit using (exists (select from casefile.case_file c where c.case_no = visit.case_no));
grant select, insert on rapid.visit to fx_app;

-- Why a promise was not kept, in the officer's words. Append only.
create table rapid.excuse (
    excuse_id bigint generated always as identity primary key,
    case_no text not null,
    rule text not null,
    reason text not null,
    by_person text not null,
    at timestamptz not null
);
create index excuse_case on rapid.excuse (case_no, rule);
alter table rapid.excuse enable row level security;
create policy scope on rapid.excuse using (exists (select from casefile.case_file c where c.case_no = excuse.case_no));
grant select, insert on rapid.excuse to fx_app;

-- The duty roster of an agency.
create table rapid.shift (
    shift_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    phone text not null,
    vehicle text not null,
    changed_by text not null,
    changed_at timestamptz not null
);
create index shift_of on rapid.shift (agency_code, starts_at);
alter table rapid.shift enable row level security;
create policy scope on rapid.shift using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update, delete on rapid.shift to fx_app;

create table rapid.shift_person (
    shift_id bigint not null references rapid.shift (shift_id) on delete cascade,
    person_id text not null,
    primary key (shift_id, person_id)
);
alter table rapid.shift_person enable row level security;
create policy scope on rapid.shift_person
    using (exists (select from rapid.shift s where s.shift_id = shift_person.shift_id));
grant select, insert, delete on rapid.shift_person to fx_app;

-- One on duty asks another to take the shift; the other one's yes makes it so.
create table rapid.swap (
    swap_id bigint generated always as identity primary key,
    shift_id bigint not null references rapid.shift (shift_id) on delete cascade,
    from_person text not null,
    to_person text not null,
    asked_at timestamptz not null,
    state text not null check (state in ('ASKED', 'AGREED', 'DECLINED')),
    answered_at timestamptz
);
create unique index swap_open on rapid.swap (shift_id, from_person) where state = 'ASKED';
alter table rapid.swap enable row level security;
create policy scope on rapid.swap using (exists (select from rapid.shift s where s.shift_id = swap.shift_id));
grant select, insert, update on rapid.swap to fx_app;
