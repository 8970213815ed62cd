create schema demo;
grant usage on schema demo to fx_app;

-- How far the demo county was told; empty everywhere else. Only keys and numbers of invented cases.
create table demo.county (
    one boolean primary key default true check (one),
    began_at timestamptz not null,
    finished_at timestamptz
);
grant select, insert, update on demo.county to fx_app;

create table demo.story (
    key text primary key,
    case_no text not null,
    opened_no text,
    steps_done int not null default 0,
    submission_no text,
    -- of invented submissions only, so that a visitor can follow one; real codes are kept nowhere in clear
    tracking_code text
);
grant select, insert, update on demo.story to fx_app;
