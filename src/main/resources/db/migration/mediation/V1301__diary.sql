-- Made from the journal by a reader, thrown away and made anew at will: the sessions of the diary, the points of
-- agreements that are still to be done.
create table mediation.diary (
    case_no text not null,
    position int not null,
    at timestamptz not null,
    mode text not null,
    place bytea,
    mediators text[] not null,
    held boolean not null,
    primary key (case_no, position)
);
create index diary_at on mediation.diary (at);
alter table mediation.diary enable row level security;
create policy scope on mediation.diary
    using (exists (select from casefile.case_file c where c.case_no = diary.case_no));
grant select, insert, delete on mediation.diary to fx_app;

create table mediation.performance (
    case_no text not null,
    item text not null,
    who text not null check (who in ('COMPLAINANT', 'RESPONDENT')),
    due_on date not null,
    reminded boolean not null,
    overdue boolean not null,
    handlers text[] not null,
    primary key (case_no, item)
);
create index performance_due on mediation.performance (due_on);
alter table mediation.performance enable row level security;
create policy scope on mediation.performance
    using (exists (select from casefile.case_file c where c.case_no = performance.case_no));
grant select, insert, update, delete on mediation.performance to fx_app;
