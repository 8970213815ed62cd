create schema if not exists enforcement;
grant usage on schema enforcement to fx_app;

-- A reward of one report (Art. 36). Seen by who sees the report; whose it is, is in no column. The code that it is paid
-- against is here as a keyed fingerprint.
create table enforcement.reward_claim (
    claim_no text primary key,
    case_no text not null unique,
    agency_code text not null collate "C",
    state text not null check (state in
        ('APPLIED', 'GRADED', 'FIRST_APPROVED', 'GRANTED', 'PAID', 'LAPSED', 'REFUSED')),
    by_reporter boolean not null,
    opened_at timestamptz not null,
    rule_id text,
    grade int check (grade between 1 and 3),
    reasons text,
    base numeric(14, 2) check (base >= 0),
    amount numeric(14, 2) check (amount > 0),
    graded_by text,
    first_by text,
    second_by text,
    granted_at timestamptz,
    expires_on date,
    code_key int,
    code_mac bytea,
    wrong int not null default 0,
    paid_by text,
    paid_at timestamptz,
    voucher text,
    -- three people, whatever the program forgets
    check (first_by is null or first_by <> graded_by),
    check (second_by is null or (second_by <> first_by and second_by <> graded_by)),
    check (paid_by is null or (paid_by <> graded_by and paid_by <> first_by and paid_by <> second_by)),
    check (state not in ('GRANTED', 'PAID', 'LAPSED') or (amount is not null and second_by is not null))
);
alter table enforcement.reward_claim enable row level security;
create policy scope on enforcement.reward_claim
    using (exists (select from casefile.case_file c where c.case_no = reward_claim.case_no));
grant select, insert, update on enforcement.reward_claim to fx_app;
create index reward_waiting on enforcement.reward_claim (expires_on) where state = 'GRANTED';

-- The books: each line moves an amount from one account to another; nothing is changed or deleted.
create table enforcement.reward_entry (
    entry_no bigint generated always as identity primary key,
    claim_no text not null references enforcement.reward_claim (claim_no),
    kind text not null check (kind in ('GRANT', 'PAY', 'LAPSE')),
    debit text not null check (debit in ('EXPENSE', 'PAYABLE')),
    credit text not null check (credit in ('PAYABLE', 'FUNDS', 'EXPENSE')),
    amount numeric(14, 2) not null check (amount > 0),
    by_person text not null,
    at timestamptz not null,
    unique (claim_no, kind),
    check ((kind, debit, credit) in
        (('GRANT', 'EXPENSE', 'PAYABLE'), ('PAY', 'PAYABLE', 'FUNDS'), ('LAPSE', 'PAYABLE', 'EXPENSE')))
);
alter table enforcement.reward_entry enable row level security;
create policy scope on enforcement.reward_entry
    using (exists (select from enforcement.reward_claim r where r.claim_no = reward_entry.claim_no));
grant select, insert on enforcement.reward_entry to fx_app;
