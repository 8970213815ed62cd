-- An agency's list of all its cases by what is due walks an index too. The one that had only open cases left the server those of
-- the whole country to go through, once for each agency. Built while the case file is in use, outside a transaction (see the
-- .conf file).
drop index if exists casefile.case_file_of_agency;
create index concurrently case_file_of_agency on casefile.case_file (agency_code, nearest_at, id);
