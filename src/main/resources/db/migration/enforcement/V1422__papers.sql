-- The bureau's own papers of verification and penalty (PP 24, 28, 34, 57, 82), printed once from the journal and kept: the
-- archive and a transfer always have the same bytes. Append only.
create table enforcement.paper (
    paper_id bigint generated always as identity primary key,
    case_no text not null,
    agency_code text not null collate "C",
    year int not null,
    kind text not null check (kind in ('SITE_RECORD', 'EVIDENCE_LIST', 'PRESERVED_LIST', 'REVIEW', 'NOTICE', 'SERVICE',
        'HEARING', 'DISCUSSION')),
    serial int not null check (serial > 0),
    number text not null,
    title text not null,
    -- the last entry of the case that it holds
    through_seq bigint not null,
    made_by text not null,
    made_at timestamptz not null,
    sm3 text not null check (length(sm3) = 64),
    -- sealed with SM4-GCM: the papers name people
    pdf bytea not null,
    unique (agency_code, year, kind, serial),
    -- each entry is printed once
    unique (case_no, kind, through_seq)
);
alter table enforcement.paper enable row level security;
create policy scope on enforcement.paper
    using (exists (select from casefile.case_file c where c.case_no = paper.case_no));
grant select, insert on enforcement.paper to fx_app;
create index paper_case on enforcement.paper (case_no, paper_id);

-- Numbers of the papers by agency, year and kind, without gaps.
create table enforcement.paper_series (
    agency_code text not null collate "C",
    year int not null,
    kind text not null,
    last int not null,
    primary key (agency_code, year, kind)
);
grant select, insert, update on enforcement.paper_series to fx_app;
