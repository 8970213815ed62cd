-- What became of a doubt or an urgency that had been proposed, as the journal tells: beside it, what an officer said on the page
-- counts only where nothing was done. Written by one reader and by nobody else, so that it can be made anew.
create table intake.suggestion_outcome (
    case_no text not null,
    field text not null check (field in ('REFUSAL', 'URGENCY')),
    agency_code text collate "C" not null,
    source text not null check (source in ('WORDS', 'MEANING')),
    suggested text not null,
    outcome text not null,
    act text not null check (act in ('MATERIAL', 'REFUSED', 'ACCEPTED', 'FLAGGED')),
    decided_at timestamptz not null,
    primary key (case_no, field)
);
create index suggestion_outcome_of on intake.suggestion_outcome (agency_code, decided_at);
create index suggestion_outcome_when on intake.suggestion_outcome (decided_at);
alter table intake.suggestion_outcome enable row level security;
create policy scope on intake.suggestion_outcome
    using (casefile.by_program() or exists (select from casefile.case_file c where c.case_no = suggestion_outcome.case_no));
grant select, insert, update, delete on intake.suggestion_outcome to fx_app;
