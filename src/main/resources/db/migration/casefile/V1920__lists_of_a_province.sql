-- A province's and the nation's lists of all and of closed cases walk by date and stop when the page is full; a county's walk by
-- agency. Built while the case file is in use, outside a transaction (see the .conf file).
drop index if exists casefile.case_file_newest;
drop index if exists casefile.case_file_by_due;
create index concurrently case_file_newest on casefile.case_file (received_at, id, agency_code);
create index concurrently case_file_by_due on casefile.case_file (nearest_at, id, agency_code);
