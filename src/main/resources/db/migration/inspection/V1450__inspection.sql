create schema inspection;
grant usage on schema inspection to fx_app;

-- Sampling plans 抽检计划: what is sampled when, for which items, in how many batches, where (定期定项定批定点).
create table inspection.plan (
    plan_id bigint generated always as identity primary key,
    agency_code text not null collate "C",
    title text not null,
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    goods text not null,
    items text not null,
    batches int not null check (batches between 1 and 100000),
    places text not null,
    by_person text not null,
    at timestamptz not null
);
alter table inspection.plan enable row level security;
create policy scope on inspection.plan using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert on inspection.plan to fx_app;

-- A sample of one batch. One that belongs to a case is seen by whoever sees the case and by nobody else (Art. 37).
create table inspection.sample (
    sample_id bigint generated always as identity primary key,
    agency_code text not null collate "C",
    year int not null,
    serial int not null,
    case_no text,
    plan_id bigint references inspection.plan (plan_id),
    product text not null,
    batch text not null,
    producer text,
    merchant text not null,
    merchant_code text,
    food boolean not null,
    quantity text not null,
    seal_no text not null,
    place text not null,
    taken_at timestamptz not null,
    officers text[] not null check (array_length(officers, 1) >= 2),
    by_person text not null,
    unique (agency_code, year, serial)
);
alter table inspection.sample enable row level security;
create policy scope on inspection.sample using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (case_no is null or exists (select from casefile.case_file c where c.case_no = sample.case_no)));
grant select, insert on inspection.sample to fx_app;
create index sample_merchant on inspection.sample (merchant_code, merchant);
create index sample_case on inspection.sample (case_no);

-- Numbers without gaps, whoever may see the samples.
create table inspection.series (
    agency_code text not null collate "C",
    kind text not null check (kind in ('SAMPLE', 'ORDER')),
    year int not null,
    last int not null,
    primary key (agency_code, kind, year)
);
grant select, insert, update on inspection.series to fx_app;

-- The chain of custody. Only ever longer.
create table inspection.custody (
    custody_id bigint generated always as identity primary key,
    sample_id bigint not null references inspection.sample (sample_id),
    from_holder text not null,
    to_holder text not null,
    lab boolean not null,
    paper_no text,
    at timestamptz not null,
    seal_intact boolean not null,
    note text,
    by_person text not null
);
create index custody_sample on inspection.custody (sample_id, custody_id);

-- Results of the laboratory; a re-test 复检 stands beside the first, which stays.
create table inspection.result (
    result_id bigint generated always as identity primary key,
    sample_id bigint not null references inspection.sample (sample_id),
    retest boolean not null,
    lab text not null,
    report_no text not null,
    reported_on date not null,
    received_at timestamptz not null,
    fit boolean not null,
    items text not null,
    by_person text not null,
    unique (sample_id, retest)
);

-- The order to take a batch off the shelf 下架（停止销售）, with its service and the merchant's answer.
create table inspection.off_shelf (
    order_id bigint generated always as identity primary key,
    sample_id bigint not null references inspection.sample (sample_id) unique,
    agency_code text not null collate "C",
    year int not null,
    serial int not null,
    reason text not null,
    law text not null,
    quantity text not null,
    issued_by text not null,
    issued_at timestamptz not null,
    unique (agency_code, year, serial)
);
-- What happened to the order and the batch afterwards: served, answered, traced, put right, checked. Only ever longer.
create table inspection.step (
    step_id bigint generated always as identity primary key,
    sample_id bigint not null references inspection.sample (sample_id),
    kind text not null check (kind in (
        'SERVED', 'ANSWERED', 'UPSTREAM', 'DOWNSTREAM', 'RETEST_ASKED', 'RECTIFY', 'CHECKED_GOOD', 'CHECKED_BAD')),
    on_day date not null,
    party text,
    on_hand numeric(14, 3),
    off_shelf numeric(14, 3),
    recalled numeric(14, 3),
    destroyed numeric(14, 3),
    words text not null,
    due_on date,
    attachments text[] not null default '{}',
    by_person text not null,
    at timestamptz not null
);
create index step_sample on inspection.step (sample_id, step_id);

-- Rapid tests at stations and markets 快检: no ground for an order, but for a lawful sample.
create table inspection.rapid_test (
    test_id bigint generated always as identity primary key,
    agency_code text not null collate "C",
    place text not null,
    tested_on date not null,
    product text not null,
    batch text,
    merchant text not null,
    item text not null,
    fit boolean not null,
    by_person text not null,
    at timestamptz not null
);
alter table inspection.rapid_test enable row level security;
create policy scope on inspection.rapid_test using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert on inspection.rapid_test to fx_app;
create index rapid_test_day on inspection.rapid_test (tested_on);

do $$
declare part text;
begin
    foreach part in array array['custody', 'result', 'off_shelf', 'step'] loop
        execute format('alter table inspection.%I enable row level security', part);
        execute format('create policy scope on inspection.%1$I using
            (exists (select from inspection.sample s where s.sample_id = %1$I.sample_id))', part);
        execute format('grant select, insert on inspection.%I to fx_app', part);
    end loop;
end $$;
