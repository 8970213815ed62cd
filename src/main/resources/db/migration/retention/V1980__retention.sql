create schema retention;
grant usage on schema retention to fx_app;

-- Made from the journal by a reader: the day on which a case was archived, whether a penalty case was filed, and which cases belong
-- together (both ways). Nobody's request reads these: the program does, for the agency of who asks.
create table retention.archived (
    case_no text primary key,
    archived_on date not null
);
create table retention.filed (
    case_no text primary key
);
create table retention.link (
    case_no text not null,
    other_no text not null,
    primary key (case_no, other_no)
);

do $$
declare part text;
begin
    foreach part in array array['archived', 'filed', 'link'] loop
        execute format('alter table retention.%I enable row level security', part);
        execute format('create policy program on retention.%I using (casefile.by_program())', part);
        execute format('grant select, insert, update, delete on retention.%I to fx_app', part);
    end loop;
end $$;

-- 暂缓销毁: what somebody still needs. Lifted by an act of its own, never deleted.
create table retention.hold (
    hold_id bigint generated always as identity primary key,
    case_no text not null,
    agency_code text collate "C" not null,
    reason text not null,
    held_by text not null,
    held_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lifted_why text,
    check ((lifted_by is null) = (lifted_at is null)),
    check ((lifted_by is null) = (lifted_why is null))
);
create unique index hold_open on retention.hold (case_no) where lifted_at is null;
create index hold_agency on retention.hold (agency_code, held_at desc);
alter table retention.hold enable row level security;
create policy scope on retention.hold using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update (lifted_by, lifted_at, lifted_why) on retention.hold to fx_app;

-- 销毁清册: kept for ever, and only ever longer. Numbers, kinds and days; nothing of who and what.
create table retention.list (
    list_no text primary key check (list_no ~ '^D[0-9]{2,9}-[0-9]{4}-[0-9]{3,6}$'),
    agency_code text collate "C" not null,
    words text not null,
    proposed_by text not null,
    proposed_at timestamptz not null
);
create index list_agency on retention.list (agency_code, proposed_at desc);
create table retention.list_case (
    list_no text not null references retention.list (list_no),
    case_no text not null,
    kind text not null,
    years int not null check (years >= 10),
    archived_on date not null,
    last_day date not null,
    disposed_at timestamptz,
    primary key (list_no, case_no),
    check (last_day >= (archived_on + make_interval(years => years))::date)
);
create index list_case_case on retention.list_case (case_no);
create index list_case_left on retention.list_case (list_no) where disposed_at is null;
create table retention.review (
    list_no text not null references retention.list (list_no),
    step int not null check (step in (1, 2)),
    decision text not null check (decision in ('APPROVED', 'REFUSED')),
    by_person text not null,
    at timestamptz not null,
    words text not null,
    primary key (list_no, step),
    -- two people
    unique (list_no, by_person)
);
-- Single cases that a reviewer, or the program before it carries the list out, takes off it.
create table retention.strike (
    list_no text not null,
    case_no text not null,
    by_person text not null,
    at timestamptz not null,
    words text not null,
    primary key (list_no, case_no),
    foreign key (list_no, case_no) references retention.list_case (list_no, case_no)
);

alter table retention.list enable row level security;
create policy scope on retention.list using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert on retention.list to fx_app;
do $$
declare part text;
begin
    foreach part in array array['list_case', 'review', 'strike'] loop
        execute format('alter table retention.%I enable row level security', part);
        execute format('create policy scope on retention.%1$I using
            (exists (select from retention.list l where l.list_no = %1$I.list_no))', part);
    end loop;
end $$;
-- when a case was disposed of, only the function that does it writes
grant select, insert (list_no, case_no, kind, years, archived_on, last_day) on retention.list_case to fx_app;
grant select, insert on retention.review, retention.strike to fx_app;

-- Files whose rows are gone and whose content still has to go.
create table retention.file_left (
    attachment_id text primary key
);
alter table retention.file_left enable row level security;
create policy program on retention.file_left using (casefile.by_program());
grant select, delete on retention.file_left to fx_app;

-- A review of the case, by whatever name, that has no end yet.
create function retention.under_review(of_case text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select casefile.by_program() and (
        exists (select from approval.request r where r.case_no = of_case and r.state in ('ASKED', 'SUPPORTED'))
        or exists (select from abuse.finding f where f.case_no = of_case and f.appeal is not null and f.outcome is null)
        or exists (select from enforcement.reward_claim r
                    where r.case_no = of_case and r.state in ('APPLIED', 'GRADED', 'FIRST_APPROVED', 'GRANTED'))
        or exists (select from supervision.hanging h join supervision.major_case m using (major_id)
                    where m.case_no = of_case and h.state = 'HUNG')
        or exists (select from intake.vault_opening o where o.case_no = of_case and o.state = 'REQUESTED'))
$$;
revoke all on function retention.under_review(text) from public;
grant execute on function retention.under_review(text) to fx_app;
