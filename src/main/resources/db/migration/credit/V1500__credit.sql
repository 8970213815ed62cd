create schema credit;
grant usage on schema credit to fx_app;

-- Rule tables of the credit grade: an agency's own before those above it. A version never changes; another one follows it. Public.
create table credit.rule_version (
    agency_code text collate "C" not null,
    no int not null check (no > 0),
    valid_from date not null,
    body text not null,
    set_by text not null,
    set_at timestamptz not null,
    primary key (agency_code, no)
);
grant select, insert on credit.rule_version to fx_app;
-- The table that ships. Months: how far back is looked; free: how many are not counted; atBest: the best grade that is left.
insert into credit.rule_version values ('00', 1, date '2020-01-01', '{
  "factors": [
    {"factor": "COMPLAINT", "points": 2, "free": 3, "months": 12, "cap": 20, "atBest": null},
    {"factor": "MEDIATION_REFUSED", "points": 4, "free": 0, "months": 12, "cap": 20, "atBest": null},
    {"factor": "NOT_PERFORMED", "points": 8, "free": 0, "months": 12, "cap": 24, "atBest": null},
    {"factor": "GREEN_MISSED", "points": 2, "free": 0, "months": 12, "cap": 10, "atBest": null},
    {"factor": "GREEN_KEPT", "points": 1, "free": 0, "months": 12, "cap": 5, "atBest": null},
    {"factor": "PENALTY", "points": 12, "free": 0, "months": 24, "cap": 36, "atBest": "B"},
    {"factor": "OFF_SHELF", "points": 6, "free": 0, "months": 12, "cap": 18, "atBest": null},
    {"factor": "ABNORMAL", "points": 15, "free": 0, "months": 12, "cap": 15, "atBest": "C"},
    {"factor": "UNFIT_SAMPLE", "points": 8, "free": 0, "months": 12, "cap": 24, "atBest": null},
    {"factor": "OTHER_PENALTY", "points": 8, "free": 0, "months": 24, "cap": 24, "atBest": "B"},
    {"factor": "SERIOUS_LIST", "points": 40, "free": 0, "months": 36, "cap": 40, "atBest": "D"},
    {"factor": "HONOUR", "points": 5, "free": 0, "months": 36, "cap": 10, "atBest": null}
  ],
  "grades": [
    {"grade": "A", "from": 90, "rate": 5},
    {"grade": "B", "from": 75, "rate": 10},
    {"grade": "C", "from": 60, "rate": 30},
    {"grade": "D", "from": 0, "rate": 100}
  ],
  "ungradedRate": 3
}', 'system', now());

-- What the journal says about businesses, made by a reader and made anew at will. Whose case it is stands in the case file.
create table credit.fact (
    case_no text not null,
    code text not null check (code in ('COMPLAINT', 'MEDIATION_REFUSED', 'NOT_PERFORMED', 'PENALTY', 'OFF_SHELF')),
    item text not null default '',
    on_day date not null,
    paper_no text,
    primary key (case_no, code, item)
);
alter table credit.fact enable row level security;
create policy scope on credit.fact
    using (exists (select from casefile.case_file c where c.case_no = fact.case_no));
grant select, insert, update, delete on credit.fact to fx_app;

-- Entered by hand with its paper: what the program itself does not know.
create table credit.hand_fact (
    fact_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    entity_id bigint not null references merchant.entity (id),
    code text not null,
    on_day date not null,
    paper_no text not null,
    words text not null,
    by_person text not null,
    at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_why text
);
create index hand_fact_entity on credit.hand_fact (entity_id);
alter table credit.hand_fact enable row level security;
create policy scope on credit.hand_fact using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or starts_with(current_setting('fangxin.scope_from', true), agency_code));
grant select, insert, update on credit.hand_fact to fx_app;

-- A grade of one agency for one business. Its own offices and the agencies under it may read it too.
create table credit.grade (
    grade_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    entity_id bigint not null references merchant.entity (id),
    rule_agency text collate "C" not null,
    rule_no int not null,
    on_day date not null,
    computed text not null,
    score int not null check (score between 0 and 100),
    asked text,
    grade text,
    state text not null check (state in ('COMPUTED', 'ASKED', 'IN_FORCE', 'PAST', 'DROPPED')),
    objection text not null default 'NONE' check (objection in ('NONE', 'OPEN', 'UPHELD', 'DISMISSED')),
    foreign key (rule_agency, rule_no) references credit.rule_version (agency_code, no)
);
create unique index grade_in_force on credit.grade (agency_code, entity_id) where state = 'IN_FORCE';
create unique index grade_waiting on credit.grade (agency_code, entity_id) where state in ('COMPUTED', 'ASKED');
create index grade_entity on credit.grade (entity_id);
alter table credit.grade enable row level security;
create policy scope on credit.grade using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or starts_with(current_setting('fangxin.scope_from', true), agency_code));
grant select, insert, update on credit.grade to fx_app;

-- Each reason with its number, for all who see the grade. Append only.
create table credit.grade_reason (
    grade_id bigint not null references credit.grade (grade_id),
    position int not null,
    code text not null,
    found int not null,
    counted int not null,
    points int not null,
    months int not null,
    primary key (grade_id, position)
);
alter table credit.grade_reason enable row level security;
create policy scope on credit.grade_reason
    using (exists (select from credit.grade g where g.grade_id = grade_reason.grade_id));
grant select, insert on credit.grade_reason to fx_app;

-- The cases and papers behind a reason. A case that may not be seen is not there, not even its number (Art. 21, 37). Append only.
create table credit.grade_source (
    grade_id bigint not null references credit.grade (grade_id),
    code text not null,
    position int not null,
    case_no text,
    paper_no text,
    on_day date not null,
    words text not null,
    primary key (grade_id, code, position)
);
alter table credit.grade_source enable row level security;
create policy scope on credit.grade_source using (
    exists (select from credit.grade g where g.grade_id = grade_source.grade_id)
    and (case_no is null or exists (select from casefile.case_file c where c.case_no = grade_source.case_no)));
grant select, insert on credit.grade_source to fx_app;

-- Everything that was done to a grade, in order. Append only.
create table credit.grade_step (
    step_id bigint generated always as identity primary key,
    grade_id bigint not null references credit.grade (grade_id),
    kind text not null check (kind in
        ('COMPUTED', 'CONFIRMED', 'ASKED', 'APPROVED', 'DECLINED', 'OBJECTED', 'UPHELD', 'DISMISSED')),
    by_person text not null,
    at timestamptz not null,
    words text not null,
    paper_no text
);
create index grade_steps on credit.grade_step (grade_id, step_id);
alter table credit.grade_step enable row level security;
create policy scope on credit.grade_step
    using (exists (select from credit.grade g where g.grade_id = grade_step.grade_id));
grant select, insert on credit.grade_step to fx_app;

-- The cases of a business are looked up by its code, and by its name where a case has none.
create index case_file_uscc on casefile.case_file (merchant_uscc, received_at) where merchant_uscc is not null;
