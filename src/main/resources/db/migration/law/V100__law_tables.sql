-- What administrators add to the shipped law: days of the calendar and choices where the law is silent.
-- No case, no personal data: every request may read it, so there is no row-level security here.
create schema law;

create table law.calendar_year (
    year        integer primary key check (year between 2000 and 2100),
    source      text not null check (length(source) between 1 and 200),
    changed_at  timestamptz not null,
    changed_by  text not null
);
comment on table law.calendar_year is 'Years whose official table was imported; it replaces the shipped one';

create table law.calendar_day (
    day         date primary key check (day between '2000-01-01' and '2100-12-31'),
    working     boolean not null,
    name        text check (length(name) between 1 and 40),
    changed_at  timestamptz not null,
    changed_by  text not null
);
comment on table law.calendar_day is 'Days that differ from Monday to Friday, or from the shipped table';

create table law.setting (
    id          text not null,
    agency_code text collate "C" not null,
    value       text not null check (length(value) <= 400),
    changed_at  timestamptz not null,
    changed_by  text not null,
    primary key (id, agency_code)
);
comment on column law.setting.agency_code is 'The subtree that it holds for; empty for the nation';

-- Other instances look here every few seconds and read anew when the number has grown.
create table law.revision (
    what    text primary key check (what in ('CALENDAR', 'SETTINGS')),
    number  bigint not null
);
insert into law.revision (what, number) values ('CALENDAR', 0), ('SETTINGS', 0);

grant usage on schema law to fx_app;
grant select, insert, update, delete on law.calendar_year, law.calendar_day, law.setting to fx_app;
grant select, update on law.revision to fx_app;
