create schema approval;
grant usage on schema approval to fx_app;

-- What an officer asks a leader to decide (PP 18, 19, 20, 47, 60, 64, 77…): the act with its fields as it will be done.
-- Seen by whoever sees the case. The words of the sheet are the file's, like the reasons of an act.
create table approval.request (
    request_id bigint generated always as identity primary key,
    request_no text not null unique,
    case_no text not null,
    agency_code text not null collate "C",
    act text not null,
    fields text not null,
    words text not null,
    seen_version bigint not null,
    state text not null check (state in ('ASKED', 'SUPPORTED', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
    asked_by text not null,
    asked_at timestamptz not null,
    head_by text,
    head_at timestamptz,
    head_words text,
    decided_by text,
    decided_at timestamptz,
    decided_words text,
    -- two people, whatever the program forgets
    check (head_by is null or head_by <> asked_by),
    check (decided_by is null or decided_by <> asked_by),
    check ((state in ('APPROVED', 'RETURNED')) = (decided_by is not null))
);
-- one thing is asked once at a time
create unique index request_open on approval.request (case_no, act) where state in ('ASKED', 'SUPPORTED');
create index request_waiting on approval.request (agency_code, asked_at) where state in ('ASKED', 'SUPPORTED');
create index request_case on approval.request (case_no);
alter table approval.request enable row level security;
create policy scope on approval.request
    using (exists (select from casefile.case_file c where c.case_no = request.case_no));
grant select, insert, update on approval.request to fx_app;

-- Numbers of the sheets by agency and year, without gaps.
create table approval.series (
    agency_code text not null collate "C",
    year int not null,
    last int not null,
    primary key (agency_code, year)
);
grant select, insert, update on approval.series to fx_app;
