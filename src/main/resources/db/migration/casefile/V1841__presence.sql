-- Who has a case open now: a courtesy that is worth nothing after a crash, hence unlogged. No personal data but who it is.
create unlogged table casefile.presence (
    case_id bigint not null references casefile.case_file (id) on delete cascade,
    person_id text not null,
    act text,
    since timestamptz not null,
    seen_at timestamptz not null,
    primary key (case_id, person_id)
);
create index presence_person on casefile.presence (person_id);
-- Seen by whoever may see the case (Art. 21, 37); written by each for himself.
alter table casefile.presence enable row level security;
create policy scope on casefile.presence
    using (exists (select from casefile.case_file c where c.id = case_id))
    with check (person_id = current_setting('fangxin.person', true)
        and exists (select from casefile.case_file c where c.id = case_id));
-- Whoever has lost sight of a case still takes himself away.
create policy own on casefile.presence for delete using (person_id = current_setting('fangxin.person', true));
grant select, insert, update, delete on casefile.presence to fx_app;
