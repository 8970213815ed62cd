-- 约谈 and 行政指导. An office (所) works in its county's name and sees what the county holds.
create table credit.talk (
    talk_id text primary key,
    agency_code text collate "C" not null,
    kind text not null check (kind in ('TALK', 'GUIDANCE')),
    held_on date not null,
    place text not null,
    occasion text not null check (occasion in ('CASES', 'HOTSPOT', 'GRADE', 'INSPECTION', 'SEASON', 'OTHER')),
    occasion_words text not null,
    -- who took part: names of people, sealed
    participants bytea not null,
    points text not null,
    by_person text not null,
    at timestamptz not null
);
create index talk_held on credit.talk (agency_code, held_on desc);
alter table credit.talk enable row level security;
create policy scope on credit.talk using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or agency_code = left(current_setting('fangxin.scope_from', true), 6) and agency_code <> '');
grant select, insert on credit.talk to fx_app;

create table credit.talk_entity (
    talk_id text not null references credit.talk (talk_id),
    entity_id bigint not null references merchant.entity (id),
    primary key (talk_id, entity_id)
);
create index talk_entity_entity on credit.talk_entity (entity_id);
alter table credit.talk_entity enable row level security;
create policy scope on credit.talk_entity
    using (exists (select from credit.talk t where t.talk_id = talk_entity.talk_id));
grant select, insert on credit.talk_entity to fx_app;

-- The cases that were its occasion; one that may not be seen is not there, not even its number (Art. 21, 37).
create table credit.talk_case (
    talk_id text not null references credit.talk (talk_id),
    case_no text not null,
    primary key (talk_id, case_no)
);
alter table credit.talk_case enable row level security;
create policy scope on credit.talk_case using (
    exists (select from credit.talk t where t.talk_id = talk_case.talk_id)
    and exists (select from casefile.case_file c where c.case_no = talk_case.case_no));
grant select, insert on credit.talk_case to fx_app;

create table credit.commitment (
    commitment_id bigint generated always as identity primary key,
    talk_id text not null references credit.talk (talk_id),
    words text not null,
    due_on date not null,
    result text check (result in ('DONE', 'NOT_DONE')),
    result_words text,
    result_by text,
    result_at timestamptz
);
create index commitment_talk on credit.commitment (talk_id);
alter table credit.commitment enable row level security;
create policy scope on credit.commitment
    using (exists (select from credit.talk t where t.talk_id = commitment.talk_id));
grant select, insert, update on credit.commitment to fx_app;

-- Looking again at how it goes. Append only.
create table credit.talk_step (
    step_id bigint generated always as identity primary key,
    talk_id text not null references credit.talk (talk_id),
    by_person text not null,
    at timestamptz not null,
    words text not null
);
create index talk_steps on credit.talk_step (talk_id, step_id);
alter table credit.talk_step enable row level security;
create policy scope on credit.talk_step
    using (exists (select from credit.talk t where t.talk_id = talk_step.talk_id));
grant select, insert on credit.talk_step to fx_app;
