create schema mediation;
grant usage on schema mediation to fx_app;

-- A room for a case that is being mediated. Who may not see the case has no room: agency, recusal (Art. 21) and all.
create table mediation.room (
    room_id text primary key,
    case_no text not null,
    topic bytea not null,
    video bytea,
    opened_at timestamptz not null,
    opened_by text not null,
    last_line bigint not null default 0,
    ended_at timestamptz,
    ended_why text check (ended_why in ('MEDIATOR', 'AGREED'))
);
create unique index room_open on mediation.room (case_no) where ended_at is null;
create index room_case on mediation.room (case_no);
alter table mediation.room enable row level security;
create policy scope on mediation.room
    using (exists (select from casefile.case_file c where c.case_no = room.case_no));
grant select, insert, update on mediation.room to fx_app;

-- What was said and done there, in order; audience keeps a talk with one side from the other. Sealed, append only.
create table mediation.line (
    room_id text not null references mediation.room (room_id),
    seq bigint not null,
    at timestamptz not null,
    side text not null check (side in ('COMPLAINANT', 'RESPONDENT', 'MEDIATOR')),
    author text not null,
    audience text not null check (audience in ('ALL', 'COMPLAINANT', 'RESPONDENT')),
    kind text not null check (kind in ('TEXT', 'PROPOSAL', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'RETURNED',
                                       'CONFIRMED', 'JOINED', 'VIDEO', 'ENDED')),
    body bytea,
    proposal_id text,
    attachments text[] not null default '{}',
    key_hash bytea,
    primary key (room_id, seq)
);
create unique index line_key on mediation.line (room_id, side, author, key_hash) where key_hash is not null;
alter table mediation.line enable row level security;
create policy scope on mediation.line using (exists (select from mediation.room r where r.room_id = line.room_id));
grant select, insert on mediation.line to fx_app;

create table mediation.proposal (
    proposal_id text primary key,
    room_id text not null references mediation.room (room_id),
    side text not null check (side in ('COMPLAINANT', 'RESPONDENT', 'MEDIATOR')),
    body bytea not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    accepted text[] not null default '{}',
    state text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'SUPERSEDED', 'RETURNED', 'CONFIRMED')),
    decided_at timestamptz
);
create index proposal_room on mediation.proposal (room_id);
alter table mediation.proposal enable row level security;
create policy scope on mediation.proposal using (exists (select from mediation.room r where r.room_id = proposal.room_id));
grant select, insert, update on mediation.proposal to fx_app;

-- The way in for one side: a link, known by the hash of its secret alone, and something that only this side knows.
create table mediation.invitation (
    invitation_id text primary key,
    room_id text not null references mediation.room (room_id),
    side text not null check (side in ('COMPLAINANT', 'RESPONDENT')),
    token_hash bytea not null unique,
    factor text not null check (factor in ('TRACKING', 'PIN')),
    pin_key int,
    pin_mac bytea,
    made_at timestamptz not null,
    made_by text not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    failures int not null default 0
);
create index invitation_room on mediation.invitation (room_id);
alter table mediation.invitation enable row level security;
create policy scope on mediation.invitation using (exists (select from mediation.room r where r.room_id = invitation.room_id));
grant select, insert, update on mediation.invitation to fx_app;

create table mediation.pass (
    pass_hash bytea primary key,
    invitation_id text not null references mediation.invitation (invitation_id),
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index pass_invitation on mediation.pass (invitation_id);
alter table mediation.pass enable row level security;
create policy scope on mediation.pass
    using (exists (select from mediation.invitation i where i.invitation_id = pass.invitation_id));
grant select, insert, update on mediation.pass to fx_app;

-- The record of what was said (Art. 24): its hash stands in the case's journal.
create table mediation.transcript (
    transcript_id text primary key,
    room_id text not null references mediation.room (room_id),
    case_no text not null,
    body bytea not null,
    sm3 text not null,
    lines int not null,
    made_at timestamptz not null,
    made_by text not null
);
create index transcript_case on mediation.transcript (case_no);
alter table mediation.transcript enable row level security;
create policy scope on mediation.transcript
    using (exists (select from casefile.case_file c where c.case_no = transcript.case_no));
grant select, insert on mediation.transcript to fx_app;
