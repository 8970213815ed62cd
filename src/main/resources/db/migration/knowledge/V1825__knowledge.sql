create schema knowledge;
grant usage on schema knowledge to fx_app;

-- Answers to what people ask. Nothing personal. agency_code: for this agency and all below it; empty for the whole country.
create table knowledge.article (
    article_id bigint generated always as identity primary key,
    agency_code text collate "C" not null,
    created_at timestamptz not null
);
create index article_of on knowledge.article (agency_code);
grant select, insert on knowledge.article to fx_app;

-- Each wording is a version; at most one is published. A wording is never changed once it was published.
create table knowledge.wording (
    article_id bigint not null references knowledge.article (article_id),
    version int not null check (version > 0),
    title text not null,
    variants text[] not null,
    answer text not null,
    sources text not null,
    open_to_public boolean not null,
    review_on date not null,
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    written_by text not null,
    written_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    primary key (article_id, version),
    -- what comes with the program has nobody's name on it
    check (state <> 'PUBLISHED' or written_by = 'shipped' or (decided_by is not null and decided_by <> written_by))
);
create unique index wording_published on knowledge.wording (article_id) where state = 'PUBLISHED';
create unique index wording_draft on knowledge.wording (article_id) where state = 'DRAFT';
grant select, insert, update on knowledge.wording to fx_app;

-- How often a wording was used to answer, and how often it did not help; a count a day, nobody's name.
create table knowledge.use (
    article_id bigint not null,
    version int not null,
    on_day date not null,
    agency_code text collate "C" not null,
    used int not null default 0,
    unhelpful int not null default 0,
    primary key (article_id, version, on_day, agency_code)
);
grant select, insert, update on knowledge.use to fx_app;
