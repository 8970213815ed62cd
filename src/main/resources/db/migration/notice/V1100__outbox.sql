create schema notice;
grant usage on schema notice to fx_app;

create function notice.by_program() returns boolean language sql stable parallel safe
    return current_setting('fangxin.scope_from', true) = ''
       and current_setting('fangxin.scope_to', true) = ':'
       and coalesce(current_setting('fangxin.person', true), '') = '';
grant execute on function notice.by_program() to fx_app;

-- What has to be sent or done by hand. No personal data: the addressee is a party's id, the address is opened at sending.
create table notice.outbox (
    outbox_id bigint generated always as identity primary key,
    message_id uuid not null unique,
    case_no text not null,
    agency_code text collate "C" not null,
    event text not null,
    addressee text not null,
    role text not null,
    duties text[] not null default '{}',
    template text not null,
    facts text not null,
    channel text not null check (channel in ('IN_APP', 'SMS', 'EMAIL', 'PHONE', 'LETTER')),
    state text not null check (state in (
        'WAITING', 'SENDING', 'SENT', 'DELIVERED', 'SHOWN', 'BY_HAND', 'DEAD', 'DONE', 'DROPPED')),
    -- what the case file is still to be told: nothing, that telling succeeded, or that it failed
    to_record text not null default 'NOTHING' check (to_record in ('NOTHING', 'TOLD', 'FAILED')),
    not_before timestamptz not null,
    attempts int not null default 0,
    lease_until timestamptz,
    lease_holder uuid,
    fault text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    -- one message for one event: however often the journal is heard
    unique (case_no, event, addressee, channel)
);
alter table notice.outbox enable row level security;
-- What may not be seen of the case may not be seen of its notices: the case file's own wall.
create policy scope on notice.outbox using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and exists (select from casefile.case_file c where c.case_no = outbox.case_no));
grant select, insert, update on notice.outbox to fx_app;
create index outbox_due on notice.outbox (not_before) where state in ('WAITING', 'SENDING');
create index outbox_to_record on notice.outbox (outbox_id) where to_record <> 'NOTHING';
create index outbox_open on notice.outbox (agency_code, created_at) where state in ('BY_HAND', 'DEAD');

-- What a gateway, a mail server or an officer said: append only, the proof of telling.
create table notice.receipt (
    receipt_id bigint generated always as identity primary key,
    outbox_id bigint not null references notice.outbox (outbox_id),
    attempt int not null,
    outcome text not null check (outcome in (
        'ACCEPTED', 'DELIVERED', 'REFUSED', 'UNCERTAIN', 'FAILED', 'SHOWN', 'BY_HAND')),
    proof text,
    code text,
    at timestamptz not null
);
alter table notice.receipt enable row level security;
create policy scope on notice.receipt
    using (exists (select from notice.outbox o where o.outbox_id = receipt.outbox_id));
grant select, insert on notice.receipt to fx_app;
create index receipt_of on notice.receipt (outbox_id);
create index receipt_proof on notice.receipt (proof) where outcome = 'ACCEPTED';

-- What officers are told on the desk: each his own, and only of cases that he may see.
create table notice.inbox (
    item_id bigint generated always as identity primary key,
    person_id text not null,
    case_no text not null,
    event text not null,
    matter text not null,
    facts text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    unique (person_id, case_no, event, matter)
);
alter table notice.inbox enable row level security;
create policy own on notice.inbox using (
    notice.by_program()
    or person_id = current_setting('fangxin.person', true) and person_id <> ''
       and (case_no = '' or exists (select from casefile.case_file c where c.case_no = inbox.case_no)));
grant select, insert, update on notice.inbox to fx_app;
create index inbox_unread on notice.inbox (person_id) where read_at is null;

-- Days on which an officer is to be reminded of a case: the last day of material asked for.
create table notice.reminder (
    case_no text not null,
    event text not null,
    matter text not null,
    after date not null,
    done_at timestamptz,
    primary key (case_no, event, matter)
);
alter table notice.reminder enable row level security;
create policy program on notice.reminder using (notice.by_program());
grant select, insert, update on notice.reminder to fx_app;
create index reminder_due on notice.reminder (after) where done_at is null;

-- Words of an agency instead of those that come with the program; no personal data.
create table notice.wording (
    agency_code text collate "C" not null,
    template text not null,
    channel text not null,
    subject text not null,
    body text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (agency_code, template, channel)
);
alter table notice.wording enable row level security;
create policy scope on notice.wording using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update, delete on notice.wording to fx_app;

create table notice.preference (
    person_id text primary key,
    digest boolean not null,
    changed_at timestamptz not null
);
alter table notice.preference enable row level security;
create policy own on notice.preference using (
    notice.by_program() or person_id = current_setting('fangxin.person', true) and person_id <> '');
grant select, insert, update on notice.preference to fx_app;
