create schema if not exists enforcement;
grant usage on schema enforcement to fx_app;

-- What left for another authority (Art. 42, PP 14, 17), one row for each act of the journal. Append only, like all below. Seen by
-- who sees the case, and where another market regulator received it, by who sees the case that he opened of it.
create table enforcement.transfer (
    transfer_no bigint generated always as identity primary key,
    act_id text not null unique,
    case_no text not null,
    agency_code text not null collate "C",
    target text not null check (target in ('POLICE_ABUSE', 'JUDICIARY', 'OTHER_DEPARTMENT', 'MARKET_AGENCY')),
    dossier_no text not null,
    receipt_no text,
    to_agency text collate "C",
    new_case_no text,
    by_person text not null,
    at timestamptz not null
);
create index transfer_case on enforcement.transfer (case_no);
create index transfer_new_case on enforcement.transfer (new_case_no);
alter table enforcement.transfer enable row level security;
create policy scope on enforcement.transfer
    using (exists (select from casefile.case_file c where c.case_no in (transfer.case_no, transfer.new_case_no)))
    with check (exists (select from casefile.case_file c where c.case_no = transfer.case_no));
grant select, insert on enforcement.transfer to fx_app;

-- 移送案卷清单: chosen once. body holds records in words as they were then; files are read again and must be the same.
create table enforcement.transfer_piece (
    transfer_no bigint not null references enforcement.transfer (transfer_no),
    position int not null check (position > 0),
    piece_id text not null,
    title text not null,
    made_at timestamptz not null,
    content_type text not null,
    pages int,
    bytes bigint not null,
    sm3 text not null check (length(sm3) = 64),
    body bytea,
    primary key (transfer_no, position)
);
alter table enforcement.transfer_piece enable row level security;
create policy scope on enforcement.transfer_piece
    using (exists (select from enforcement.transfer t where t.transfer_no = transfer_piece.transfer_no));
grant select, insert on enforcement.transfer_piece to fx_app;

-- Delivery, receipt and the other authority's answer.
create table enforcement.transfer_step (
    step_id bigint generated always as identity primary key,
    transfer_no bigint not null references enforcement.transfer (transfer_no),
    kind text not null check (kind in ('DELIVERED', 'RECEIPT', 'ANSWER')),
    on_day date not null,
    number text,
    signer text,
    outcome text check (outcome in ('ACCEPTED', 'NOT_ACCEPTED', 'FILED', 'RETURNED')),
    words text,
    attachment_id text,
    by_person text not null,
    at timestamptz not null,
    check ((kind = 'ANSWER') = (outcome is not null)),
    check (kind <> 'RECEIPT' or (number is not null and signer is not null))
);
create index transfer_step_of on enforcement.transfer_step (transfer_no, step_id);
alter table enforcement.transfer_step enable row level security;
create policy scope on enforcement.transfer_step
    using (exists (select from enforcement.transfer t where t.transfer_no = transfer_step.transfer_no));
grant select, insert on enforcement.transfer_step to fx_app;
