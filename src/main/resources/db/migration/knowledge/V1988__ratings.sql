-- Whoever got an answer says whether it helped: officers and the public apart, a count a day and a version, of nobody.
alter table knowledge.use add column helpful int not null default 0;
alter table knowledge.use add column from_public boolean not null default false;
alter table knowledge.use drop constraint use_pkey;
alter table knowledge.use add primary key (article_id, version, on_day, agency_code, from_public);

-- A word that somebody left with it, without name, telephone or number.
create table knowledge.remark (
    remark_id bigint generated always as identity primary key,
    article_id bigint not null,
    version int not null,
    on_day date not null,
    from_public boolean not null,
    helpful boolean not null,
    body text not null check (length(body) between 1 and 200),
    foreign key (article_id, version) references knowledge.wording (article_id, version)
);
create index remark_of on knowledge.remark (article_id, version, remark_id);
grant select, insert on knowledge.remark to fx_app;
