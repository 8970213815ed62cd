create schema staffing;
grant usage on schema staffing to fx_app;

create sequence staffing.absence_id;
grant usage on sequence staffing.absence_id to fx_app;

-- Who is away from when to when, and who stands in. The reason is for whoever decides and for the person alone.
create table staffing.absence (
    absence_id bigint primary key,
    agency_code text collate "C" not null,
    person_id text not null,
    substitute_id text not null check (substitute_id <> person_id),
    kind text not null check (kind in ('ANNUAL', 'SICK', 'MISSION', 'TRAINING', 'OTHER')),
    reason bytea,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at >= starts_at),
    state text not null check (state in ('ASKED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    asked_by text not null,
    asked_at timestamptz not null,
    decided_by text check (decided_by not in (person_id, substitute_id)),
    decided_at timestamptz,
    words text,
    check ((state in ('APPROVED', 'REFUSED')) = (decided_by is not null))
);
alter table staffing.absence enable row level security;
create policy scope on staffing.absence using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on staffing.absence to fx_app;
-- asked with every request of an officer
create index absence_standing on staffing.absence (substitute_id, ends_at) where state = 'APPROVED';
create index absence_person on staffing.absence (person_id, ends_at) where state in ('ASKED', 'APPROVED');
create index absence_agency on staffing.absence (agency_code, starts_at desc);

-- What was handed over and handed back: the numbers as both had them before their eyes. Append only.
create table staffing.handover (
    absence_id bigint not null references staffing.absence (absence_id),
    phase text not null check (phase in ('START', 'END')),
    case_nos text[] not null,
    by_person text not null,
    at timestamptz not null,
    primary key (absence_id, phase, by_person)
);
alter table staffing.handover enable row level security;
create policy scope on staffing.handover
    using (exists (select from staffing.absence a where a.absence_id = handover.absence_id));
grant select, insert on staffing.handover to fx_app;
