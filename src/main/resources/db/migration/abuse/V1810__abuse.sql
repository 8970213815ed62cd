create schema abuse;
grant usage on schema abuse to fx_app;

-- What a person found about a case and why (Art. 17, 42). It decides nothing about the case; another person reviews it.
create table abuse.finding (
    finding_id bigint generated always as identity primary key,
    case_no text not null,
    factors text[] not null check (cardinality(factors) > 0),
    reasons text not null,
    found_by text not null,
    found_at timestamptz not null,
    appeal text,
    appealed_by text,
    appealed_at timestamptz,
    outcome text check (outcome in ('UPHELD', 'LIFTED')),
    outcome_reasons text,
    decided_by text,
    decided_at timestamptz,
    check ((appeal is null) = (appealed_at is null)),
    check ((outcome is null) = (decided_at is null)),
    check (outcome is null or appeal is not null),
    check (decided_by is null or decided_by not in (found_by, appealed_by))
);
create index finding_case on abuse.finding (case_no, found_at);
alter table abuse.finding enable row level security;
create policy scope on abuse.finding
    using (exists (select from casefile.case_file c where c.case_no = finding.case_no));
grant select, insert on abuse.finding to fx_app;
grant update (appeal, appealed_by, appealed_at, outcome, outcome_reasons, decided_by, decided_at) on abuse.finding to fx_app;
