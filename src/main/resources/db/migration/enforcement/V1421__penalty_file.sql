-- What came of complaints and reports, for the figures 诉转案率, 立案率, 查实率: one row for each complaint taken on and each
-- report received. Derived from the journal.
create table enforcement.course (
    case_no text primary key,
    kind text not null check (kind in ('COMPLAINT', 'REPORT')),
    agency_code text not null collate "C",
    taken_on date not null,
    finding text,
    finished_on date,
    filed_on date
);
alter table enforcement.course enable row level security;
create policy scope on enforcement.course
    using (exists (select from casefile.case_file c where c.case_no = course.case_no));
grant select, insert, update, delete on enforcement.course to fx_app;
create index course_taken on enforcement.course (taken_on, kind);

-- The complaints in which the clue of a report was found (Art. 27); a merged report brings its own along. Derived.
create table enforcement.origin (
    case_no text not null,
    complaint_no text not null,
    primary key (case_no, complaint_no)
);
alter table enforcement.origin enable row level security;
create policy scope on enforcement.origin
    using (exists (select from casefile.case_file c where c.case_no = origin.case_no));
grant select, insert, update, delete on enforcement.origin to fx_app;
create index origin_complaint on enforcement.origin (complaint_no);

-- The penalty file 行政处罚案卷 of a filed report. Derived.
create table enforcement.penalty_file (
    case_no text primary key,
    agency_code text not null collate "C",
    year int not null,
    serial int not null,
    filed_on date not null,
    cause text,
    officers text[] not null,
    extensions int not null default 0,
    ended_on date,
    outcome text,
    decision_no text,
    fine numeric(14, 2),
    forfeiture numeric(14, 2),
    returned numeric(14, 2),
    performed_on date,
    closed_on date,
    unique (agency_code, year, serial)
);
alter table enforcement.penalty_file enable row level security;
create policy scope on enforcement.penalty_file
    using (exists (select from casefile.case_file c where c.case_no = penalty_file.case_no));
grant select, insert, update, delete on enforcement.penalty_file to fx_app;
create index penalty_filed on enforcement.penalty_file (filed_on);

-- What officers, or the bureau's own case system, write into it; each line as it was, the newest holds.
create table enforcement.penalty_note (
    note_id bigint generated always as identity primary key,
    case_no text not null,
    bureau_no text,
    violated text,
    applied text,
    external_system text,
    external_no text,
    by_person text not null,
    at timestamptz not null
);
alter table enforcement.penalty_note enable row level security;
create policy scope on enforcement.penalty_note
    using (exists (select from casefile.case_file c where c.case_no = penalty_note.case_no));
grant select, insert on enforcement.penalty_note to fx_app;
create index penalty_note_case on enforcement.penalty_note (case_no, note_id);

-- Publication of the decision and its withdrawal (PP 63).
create table enforcement.publication (
    publication_id bigint generated always as identity primary key,
    case_no text not null,
    kind text not null check (kind in ('PUBLISHED', 'WITHDRAWN')),
    on_day date not null,
    place text not null,
    reason text,
    by_person text not null,
    at timestamptz not null,
    check (kind = 'PUBLISHED' or reason is not null)
);
alter table enforcement.publication enable row level security;
create policy scope on enforcement.publication
    using (exists (select from casefile.case_file c where c.case_no = publication.case_no));
grant select, insert on enforcement.publication to fx_app;
create index publication_case on enforcement.publication (case_no, publication_id);
