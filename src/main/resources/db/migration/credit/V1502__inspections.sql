-- 双随机: who is inspected and by whom is drawn by lot; seed and pool are kept, so that anybody can draw the same again.
create table credit.relation (
    relation_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    person text not null,
    entity_id bigint not null references merchant.entity (id),
    why text not null,
    at timestamptz not null,
    unique (person, entity_id)
);
alter table credit.relation enable row level security;
create policy scope on credit.relation using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or agency_code = left(current_setting('fangxin.scope_from', true), 6) and agency_code <> '');
grant select, insert on credit.relation to fx_app;

create table credit.drawing (
    drawing_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    name text not null,
    year int not null,
    seed text not null,
    rule_agency text collate "C" not null,
    rule_no int not null,
    officers text[] not null,
    drawn_by text not null,
    drawn_at timestamptz not null,
    foreign key (rule_agency, rule_no) references credit.rule_version (agency_code, no)
);
create index drawing_year on credit.drawing (agency_code, year);
alter table credit.drawing enable row level security;
create policy scope on credit.drawing using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    or agency_code = left(current_setting('fangxin.scope_from', true), 6) and agency_code <> '');
grant select, insert on credit.drawing to fx_app;

-- From what was drawn, grade by grade, with the relations that were declared by then. Append only.
create table credit.drawing_pool (
    drawing_id bigint not null references credit.drawing (drawing_id),
    grade text not null,
    wanted int not null,
    entities bigint[] not null,
    primary key (drawing_id, grade)
);
alter table credit.drawing_pool enable row level security;
create policy scope on credit.drawing_pool
    using (exists (select from credit.drawing d where d.drawing_id = drawing_pool.drawing_id));
grant select, insert on credit.drawing_pool to fx_app;

create table credit.inspection (
    inspection_id bigint generated always as identity primary key,
    drawing_id bigint not null references credit.drawing (drawing_id),
    entity_id bigint not null references merchant.entity (id),
    grade text not null,
    officers text[] not null check (cardinality(officers) = 2),
    due_on date not null,
    items text[] not null,
    outcome text check (outcome in ('NOTHING', 'CORRECTION', 'LEAD', 'NOT_FOUND')),
    -- for each item whether it was in order
    in_order boolean[],
    words text,
    done_on date,
    correct_by date,
    paper_no text,
    entered_by text,
    entered_at timestamptz,
    unique (drawing_id, entity_id)
);
create index inspection_entity on credit.inspection (entity_id);
alter table credit.inspection enable row level security;
create policy scope on credit.inspection
    using (exists (select from credit.drawing d where d.drawing_id = inspection.drawing_id));
grant select, insert, update on credit.inspection to fx_app;
