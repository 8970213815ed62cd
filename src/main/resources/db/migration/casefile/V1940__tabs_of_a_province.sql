-- The tabs of a province and the nation are counted by indexes that hold just their cases, open ones, however many others there
-- are. Built while the case file is in use, outside a transaction (see the .conf file).
drop index if exists casefile.case_file_to_settle;
drop index if exists casefile.case_file_waiting;
create index concurrently case_file_to_settle on casefile.case_file (kind, agency_code)
    where closed_at is null and stage = 'RECEIVED';
create index concurrently case_file_waiting on casefile.case_file (agency_code)
    where closed_at is null and (stage = 'GREEN_CHANNEL' or flags && array['MATERIAL_REQUESTED', 'APPRAISAL_RUNNING']);
