-- Who has opened which case, and how many of its entries he saw then: nothing unread is ended in bulk.
create table worklist.reading (
    person text not null,
    case_no text not null,
    version bigint not null,
    at timestamptz not null,
    primary key (person, case_no)
);
alter table worklist.reading enable row level security;
create policy scope on worklist.reading
    using (person = current_setting('fangxin.person', true) and person <> '');
grant select, insert, update on worklist.reading to fx_app;

-- One act on many cases: who, which act, when. Its rows say who was in charge before, so that an assignment can be undone.
create table worklist.bulk (
    bulk_id text not null,
    person text not null,
    act text not null,
    at timestamptz not null,
    undone_at timestamptz,
    primary key (bulk_id, person)
);
alter table worklist.bulk enable row level security;
create policy scope on worklist.bulk
    using (person = current_setting('fangxin.person', true) and person <> '');
grant select, insert, update on worklist.bulk to fx_app;

create table worklist.bulk_row (
    bulk_id text not null,
    person text not null,
    case_no text not null,
    handlers text[] not null,
    version bigint not null,
    primary key (bulk_id, person, case_no),
    foreign key (bulk_id, person) references worklist.bulk (bulk_id, person)
);
alter table worklist.bulk_row enable row level security;
create policy scope on worklist.bulk_row
    using (person = current_setting('fangxin.person', true) and person <> '');
grant select, insert on worklist.bulk_row to fx_app;
