-- When a case is a major one (大要案): thresholds as data, an agency's own before those above it. Public.
create table supervision.major_criterion (
    agency_code text collate "C" not null,
    code text not null check (code in ('AMOUNT', 'VICTIMS', 'AGENCIES', 'HARM', 'MEDIA')),
    threshold int not null check (threshold > 0),
    set_by text not null,
    set_at timestamptz not null,
    primary key (agency_code, code)
);
grant select, insert, update on supervision.major_criterion to fx_app;
insert into supervision.major_criterion values
    ('00', 'AMOUNT', 500000, 'system', now()), ('00', 'VICTIMS', 30, 'system', now()),
    ('00', 'AGENCIES', 2, 'system', now()), ('00', 'HARM', 1, 'system', now()), ('00', 'MEDIA', 1, 'system', now());

-- The library. What may not be seen of the case is not in it: a report is there for those in its line alone (Art. 37).
create table supervision.major_case (
    major_id bigint generated always as identity primary key,
    case_no text not null unique,
    criteria text[] not null,
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    state text not null check (state in ('PROPOSED', 'ENTERED', 'DECLINED')),
    decided_by text,
    decided_at timestamptz,
    decided_why text
);
create index major_state on supervision.major_case (state, proposed_at);
alter table supervision.major_case enable row level security;
create policy scope on supervision.major_case
    using (exists (select from casefile.case_file c where c.case_no = major_case.case_no));
grant select, insert, update on supervision.major_case to fx_app;

-- 挂牌督办: one agency hangs a case once at a time.
create table supervision.hanging (
    hanging_id bigint generated always as identity primary key,
    major_id bigint not null references supervision.major_case (major_id),
    level text not null check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY')),
    agency_code text collate "C" not null,
    responsible text not null,
    every_days int not null check (every_days between 1 and 90),
    due_on date not null,
    next_report_on date not null,
    state text not null check (state in ('HUNG', 'LIFTED'))
);
create unique index hanging_open on supervision.hanging (major_id, agency_code) where state = 'HUNG';
create index hanging_report on supervision.hanging (next_report_on) where state = 'HUNG';
alter table supervision.hanging enable row level security;
create policy scope on supervision.hanging
    using (exists (select from supervision.major_case m where m.major_id = hanging.major_id));
grant select, insert, update on supervision.hanging to fx_app;

-- Everything that was done to it, in order. Append only.
create table supervision.hanging_step (
    step_id bigint generated always as identity primary key,
    hanging_id bigint not null references supervision.hanging (hanging_id),
    kind text not null check (kind in ('HUNG', 'REPORTED', 'EXTENDED', 'REMINDED', 'LIFTED')),
    by_person text not null,
    at timestamptz not null,
    words text not null,
    until date
);
create index hanging_steps on supervision.hanging_step (hanging_id, step_id);
alter table supervision.hanging_step enable row level security;
create policy scope on supervision.hanging_step
    using (exists (select from supervision.hanging h where h.hanging_id = hanging_step.hanging_id));
grant select, insert on supervision.hanging_step to fx_app;
