create schema casefile;
grant usage on schema casefile to fx_app;

create sequence casefile.case_id;
grant usage on sequence casefile.case_id to fx_app;

-- The case's current row: what lists show. Written only by the gate, from the journal.
create table casefile.case_file (
    id bigint primary key,
    case_no text not null unique,
    kind text not null check (kind in ('COMPLAINT', 'REPORT', 'CONSULTATION', 'SUGGESTION')),
    stage text not null check (stage in (
        'GREEN_CHANNEL', 'RECEIVED', 'ACCEPTED', 'MEDIATING', 'AGREED', 'REFUSED', 'TERMINATED', 'WITHDRAWN',
        'SETTLED_GREEN', 'MERGED', 'VERIFYING', 'FILED', 'NOT_FILED', 'DECIDED', 'CLOSED', 'NOT_COMPETENT',
        'NOT_REHANDLED', 'SPECIAL_RULES', 'TRANSFERRED', 'REFERRED', 'CONSIDERING', 'ANSWERED', 'REDIRECTED',
        'CONVERTED', 'RECLASSIFIED', 'ARCHIVED')),
    agency_code text collate "C" not null,
    version bigint not null check (version > 0),
    law text not null,
    channel text not null,
    submission_no text not null,
    received_at timestamptz not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    handlers text[] not null default '{}',
    recused text[] not null default '{}',
    flags text[] not null default '{}',
    open_duties int not null default 0,
    summary text not null,
    demands text[] not null default '{}',
    amount numeric(14, 2),
    occurred_on date,
    knew_on date,
    goods_code text,
    problem_code text,
    goods_detail text,
    merchant_name text not null,
    merchant_uscc text,
    merchant_address text,
    merchant_region text,
    merchant_type text,
    merchant_phone text,
    merchant_facts text,
    route_articles text[] not null default '{}',
    route_reason text not null,
    candidates text[] not null default '{}',
    -- the nearest running clock, for sorting and counting; recomputed by the gate and when the calendar changes
    nearest_due date not null default '9999-12-31',
    nearest_near date not null default '9999-12-31',
    nearest_rule text
);

-- What belongs to a recused person, to another agency or behind the wall of a report (Art. 21, 37) does not exist.
alter table casefile.case_file enable row level security;
create policy scope on casefile.case_file using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and current_setting('fangxin.person', true) = any (handlers)))
    and not (current_setting('fangxin.person', true) = any (recused)));
grant select, insert, update on casefile.case_file to fx_app;

create index case_file_worklist on casefile.case_file (agency_code, nearest_due, id) where closed_at is null;
create index case_file_due on casefile.case_file (nearest_due, id, agency_code) where closed_at is null;
create index case_file_received on casefile.case_file (agency_code, received_at desc, id);
create index case_file_submission on casefile.case_file (submission_no);
create index case_file_merchant on casefile.case_file (merchant_name);
alter table casefile.case_file set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- Append only: nobody may change or delete an entry, the application's role least of all.
create table casefile.journal (
    seq bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    case_id bigint not null references casefile.case_file (id),
    case_seq bigint not null,
    act_id uuid not null,
    act text not null,
    type text not null,
    data text not null,
    texts_digest text not null,
    actor text not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    link text not null,
    unique (case_id, case_seq)
);
alter table casefile.journal enable row level security;
create policy scope on casefile.journal
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on casefile.journal to fx_app;
create index journal_order on casefile.journal (xid, seq);
create index journal_unmasked on casefile.journal (actor, recorded_at) where type = 'Unmasked';

-- Free text of an act, beside the journal and bound to it by its digest.
create table casefile.act_text (
    act_id uuid not null,
    field text not null,
    case_id bigint not null references casefile.case_file (id),
    body text not null,
    primary key (act_id, field)
);
alter table casefile.act_text enable row level security;
create policy scope on casefile.act_text
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on casefile.act_text to fx_app;
create index act_text_case on casefile.act_text (case_id);

create table casefile.party (
    case_id bigint not null references casefile.case_file (id),
    party_id text not null,
    role text not null,
    name bytea not null,
    phone bytea,
    id_number bytea,
    address bytea,
    email bytea,
    name_masked text not null,
    phone_masked text,
    id_number_masked text,
    address_masked text,
    email_masked text,
    phone_index bytea,
    id_number_index bytea,
    name_index bytea,
    primary key (case_id, party_id)
);
alter table casefile.party enable row level security;
create policy scope on casefile.party
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on casefile.party to fx_app;
create index party_phone on casefile.party (phone_index);
create index party_id_number on casefile.party (id_number_index);
create index party_name on casefile.party (name_index);

create table casefile.deadline (
    case_id bigint not null references casefile.case_file (id),
    position int not null,
    rule text not null,
    state text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'LIFTED')),
    started_at timestamptz not null,
    due_on date,
    due_at timestamptz,
    act_by date,
    provisional boolean not null,
    ended_at timestamptz,
    primary key (case_id, position)
);
alter table casefile.deadline enable row level security;
create policy scope on casefile.deadline
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert, delete on casefile.deadline to fx_app;
create index deadline_provisional on casefile.deadline (case_id) where provisional;

create table casefile.case_attachment (
    case_id bigint not null references casefile.case_file (id),
    attachment_id text not null,
    primary key (case_id, attachment_id)
);
alter table casefile.case_attachment enable row level security;
create policy scope on casefile.case_attachment
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on casefile.case_attachment to fx_app;

-- Same key, same act: the first answer again.
create table casefile.act_key (
    case_id bigint not null references casefile.case_file (id),
    key text not null,
    request_digest text not null,
    version bigint not null,
    answer text not null,
    made_at timestamptz not null,
    primary key (case_id, key)
);
alter table casefile.act_key enable row level security;
create policy scope on casefile.act_key
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on casefile.act_key to fx_app;

-- Case numbers: one row a day, agency and kind; no personal data.
create table casefile.number (
    agency_code text collate "C" not null,
    day date not null,
    kind text not null,
    last int not null,
    primary key (agency_code, day, kind)
);
grant select, insert, update on casefile.number to fx_app;

-- Where each reader of the journal stands; moved in the transaction that writes what it made of the entries.
create table casefile.reader (
    name text primary key,
    xid xid8 not null,
    seq bigint not null
);
grant select, insert, update on casefile.reader to fx_app;
