-- Built while the registry is in use: of a million rows each takes a second or two, and nobody who writes waits for it.
-- Outside a transaction (see the .conf file); an index that was left half-built by a stopped program is built anew.
drop index if exists merchant.entity_old_no;
drop index if exists merchant.entity_old_no_alone;
drop index if exists merchant.entity_living;
create index concurrently entity_old_no on merchant.entity (old_no) where old_no is not null;
create unique index concurrently entity_old_no_alone on merchant.entity (old_no) where uscc is null and old_no is not null;
-- who can be inspected in a division: the supervision plan counts here without reading the table
create index concurrently entity_living on merchant.entity (region_code, id)
    where merged_into is null and status in ('ACTIVE', 'ABNORMAL');
