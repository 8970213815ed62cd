create schema greenchannel;
grant usage on schema greenchannel to fx_app;

-- Merchants of the green channel (Art. 6). The same business may be a member in several counties.
create table greenchannel.member (
    member_id text primary key,
    agency_code text collate "C" not null,
    region_code text not null,
    name text not null,
    aliases text[] not null default '{}',
    uscc text not null check (uscc ~ '^[0-9A-Z]{18}$'),
    address text,
    contact bytea,
    -- its own promise in working days; null: the agency's
    days int check (days between 1 and 60),
    state text not null check (state in ('JOINED', 'PAUSED', 'LEFT')),
    joined_on date not null,
    left_on date,
    version bigint not null default 1,
    changed_at timestamptz not null,
    changed_by text not null,
    unique (agency_code, uscc)
);

-- Who of a merchant may come in, from when to when. A closed account stays as history.
create table greenchannel.account (
    person_id text primary key,
    member_id text not null references greenchannel.member,
    agency_code text collate "C" not null,
    kind text not null check (kind in ('FIRST', 'SUBSTITUTE')),
    valid_from date not null,
    valid_to date,
    opened_at timestamptz not null,
    opened_by text not null,
    closed_at timestamptz,
    closed_by text
);
create index account_member on greenchannel.account (member_id);

alter table greenchannel.account enable row level security;
create policy scope on greenchannel.account using (
    (agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true))
    or (person_id = current_setting('fangxin.person', true) and person_id <> ''));
grant select, insert, update on greenchannel.account to fx_app;

alter table greenchannel.member enable row level security;
create policy scope on greenchannel.member using (
    (agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true))
    or exists (select from greenchannel.account a
                where a.member_id = member.member_id and a.closed_at is null
                  and a.person_id = current_setting('fangxin.person', true) and a.person_id <> ''));
grant select, insert, update on greenchannel.member to fx_app;

-- The names under which a member is found, in one form.
create table greenchannel.member_name (
    member_id text not null references greenchannel.member,
    key text not null,
    primary key (member_id, key)
);
create index member_name_key on greenchannel.member_name (key);
alter table greenchannel.member_name enable row level security;
create policy scope on greenchannel.member_name
    using (exists (select from greenchannel.member m where m.member_id = member_name.member_id));
grant select, insert, delete on greenchannel.member_name to fx_app;

-- One-time links. Only the SM3 of the 256 random bits is kept.
create table greenchannel.invitation (
    invitation_id text primary key,
    token_hash text not null unique,
    member_id text not null references greenchannel.member,
    agency_code text collate "C" not null,
    kind text not null check (kind in ('FIRST', 'SUBSTITUTE')),
    valid_from date not null,
    valid_to date,
    made_at timestamptz not null,
    made_by text not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by text,
    revoked_at timestamptz
);
alter table greenchannel.invitation enable row level security;
create policy scope on greenchannel.invitation using (agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert, update on greenchannel.invitation to fx_app;
create index invitation_member on greenchannel.invitation (member_id);

-- A complaint in the channel, as its journal tells it: written by a reader, made anew at any time.
create table greenchannel.item (
    case_no text primary key,
    member_id text not null,
    agency_code text collate "C" not null,
    recused text[] not null default '{}',
    state text not null check (state in ('OPEN', 'SETTLED', 'ESCALATED', 'WITHDRAWN')),
    routed_at timestamptz not null,
    routed_on date not null,
    due_on date,
    answered_at timestamptz,
    answered_on date,
    answer_days int,
    ended_at timestamptz,
    ended_by text
);
alter table greenchannel.item enable row level security;
create policy scope on greenchannel.item using (
    (agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
     and not (current_setting('fangxin.person', true) = any (recused)))
    or exists (select from greenchannel.account a
                where a.member_id = item.member_id and a.closed_at is null
                  and a.person_id = current_setting('fangxin.person', true) and a.person_id <> ''));
grant select, insert, update, delete on greenchannel.item to fx_app;
create index item_member on greenchannel.item (member_id, state);
create index item_due on greenchannel.item (due_on) where state = 'OPEN';

-- To what the consumer agreed, and what the merchant is shown by it: kept as it was that day.
create table greenchannel.consent (
    case_no text primary key,
    member_id text not null,
    agency_code text collate "C" not null,
    text_version text not null,
    means text not null,
    given_at timestamptz not null,
    matter bytea not null
);
alter table greenchannel.consent enable row level security;
create policy scope on greenchannel.consent
    using (exists (select from greenchannel.item i where i.case_no = consent.case_no)
        or (agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true) and coalesce(current_setting('fangxin.person', true), '') = ''));
grant select, insert on greenchannel.consent to fx_app;

-- The one thread of consumer and merchant, sealed; the digest stands in the journal. Append only.
create table greenchannel.message (
    case_no text not null,
    no int not null check (no > 0),
    author text not null check (author in ('CONSUMER', 'MERCHANT')),
    person_id text,
    kind text not null check (kind in ('MESSAGE', 'PROPOSAL', 'ACCEPTED', 'DECLINED', 'ESCALATED')),
    body bytea not null,
    digest text not null,
    files text[] not null default '{}',
    client_key text,
    said_at timestamptz not null,
    primary key (case_no, no),
    unique (case_no, client_key)
);
alter table greenchannel.message enable row level security;
create policy scope on greenchannel.message
    using (exists (select from greenchannel.item i where i.case_no = message.case_no));
grant select, insert on greenchannel.message to fx_app;
