-- What an officer chose against what had been proposed to him: the only ground on which a proposal's accuracy is stated.
create table intake.suggestion_choice (
    case_no text not null,
    field text not null check (field in ('KIND', 'GOODS', 'PROBLEM', 'OFFICE', 'REFUSAL', 'URGENCY')),
    agency_code text collate "C" not null,
    source text not null check (source in ('WORDS', 'MEANING')),
    suggested text not null,
    chosen text not null,
    chosen_by text not null,
    chosen_at timestamptz not null,
    primary key (case_no, field)
);
create index suggestion_choice_of on intake.suggestion_choice (agency_code, chosen_at);
create index suggestion_choice_when on intake.suggestion_choice (chosen_at);
alter table intake.suggestion_choice enable row level security;
create policy scope on intake.suggestion_choice
    using (exists (select from casefile.case_file c where c.case_no = suggestion_choice.case_no));
grant select, insert, update on intake.suggestion_choice to fx_app;
