-- 责令改正 is looked at again on a day that is set with the order; what is still not corrected gets another day.
create table credit.recheck (
    recheck_id bigint generated always as identity primary key,
    inspection_id bigint not null references credit.inspection (inspection_id),
    due_on date not null,
    set_by text not null,
    set_at timestamptz not null,
    reminded_at timestamptz,
    outcome text check (outcome in ('CORRECTED', 'NOT_CORRECTED')),
    words text,
    done_on date,
    entered_by text,
    entered_at timestamptz
);
create unique index recheck_open on credit.recheck (inspection_id) where outcome is null;
create index recheck_inspection on credit.recheck (inspection_id);
create index recheck_due on credit.recheck (due_on) where outcome is null and reminded_at is null;
alter table credit.recheck enable row level security;
create policy scope on credit.recheck
    using (exists (select from credit.inspection i where i.inspection_id = recheck.inspection_id));
grant select, insert, update on credit.recheck to fx_app;

-- A lead (线索) that was found at an inspection and filed as a report. It is there for whoever
-- sees the report and for who filed it (Art. 37). Append only.
create table credit.lead (
    inspection_id bigint primary key references credit.inspection (inspection_id),
    case_no text not null,
    by_person text not null,
    at timestamptz not null
);
create index lead_case on credit.lead (case_no);
alter table credit.lead enable row level security;
create policy scope on credit.lead using (
    exists (select from credit.inspection i where i.inspection_id = lead.inspection_id)
    and (by_person = current_setting('fangxin.person', true)
         or exists (select from casefile.case_file c where c.case_no = lead.case_no)));
grant select, insert on credit.lead to fx_app;
