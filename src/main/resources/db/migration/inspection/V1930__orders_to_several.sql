-- One unfit batch lies with several businesses: who sold it, who supplied it, who bought it, other branches. Each gets an
-- order of its own, with its own service, answer and lifting. party is null for the business where the sample was taken.
alter table inspection.lifting drop constraint lifting_sample_id_fkey;
alter table inspection.lifting drop constraint lifting_sample_id_key;
alter table inspection.off_shelf drop constraint off_shelf_sample_id_key;

alter table inspection.off_shelf
    add column relation text not null default 'SAMPLED'
        check (relation in ('SAMPLED', 'SUPPLIER', 'BUYER', 'BRANCH', 'PRODUCER')),
    add column party text,
    add column party_code text,
    add constraint off_shelf_whose check ((relation = 'SAMPLED') = (party is null)),
    add constraint off_shelf_of_sample unique (order_id, sample_id);
alter table inspection.off_shelf alter column relation drop default;
create unique index off_shelf_business on inspection.off_shelf (sample_id, coalesce(party, ''));

alter table inspection.request
    add column relation text not null default 'SAMPLED'
        check (relation in ('SAMPLED', 'SUPPLIER', 'BUYER', 'BRANCH', 'PRODUCER')),
    add column party text,
    add column party_code text,
    add constraint request_whose check ((relation = 'SAMPLED') = (party is null));
alter table inspection.request alter column relation drop default;
drop index inspection.request_open;
create unique index request_open on inspection.request (sample_id, kind, coalesce(party, '')) where approved is null;

alter table inspection.lifting add column order_id bigint;
update inspection.lifting l set order_id =
    (select o.order_id from inspection.off_shelf o where o.sample_id = l.sample_id);
alter table inspection.lifting
    alter column order_id set not null,
    add constraint lifting_once unique (order_id),
    add constraint lifting_of_order foreign key (order_id, sample_id)
        references inspection.off_shelf (order_id, sample_id);

-- Which order was served or answered; other steps follow the sample.
alter table inspection.step add column order_id bigint;
update inspection.step t set order_id =
    (select o.order_id from inspection.off_shelf o where o.sample_id = t.sample_id)
 where t.kind in ('SERVED', 'ANSWERED');
alter table inspection.step
    add constraint step_of_order foreign key (order_id, sample_id)
        references inspection.off_shelf (order_id, sample_id),
    add constraint step_whose check ((order_id is not null) = (kind in ('SERVED', 'ANSWERED')));
create index step_order on inspection.step (order_id) where order_id is not null;
