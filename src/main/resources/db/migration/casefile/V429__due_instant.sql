-- The instant at which the nearest date is over: what is due by the hour sorts and counts by the hour.
alter table casefile.case_file add column nearest_at timestamptz not null default '9999-12-31 00:00:00+00';

update casefile.case_file c
   set nearest_at = coalesce(
           (select min(d.due_at) from casefile.deadline d
             where d.case_id = c.id and d.rule = c.nearest_rule and d.state = 'RUNNING'),
           (c.nearest_due + 1)::timestamp at time zone 'Asia/Shanghai')
 where nearest_due < '9999-12-31';

drop index casefile.case_file_worklist;
drop index casefile.case_file_due;
create index case_file_worklist on casefile.case_file (agency_code, nearest_at, id) where closed_at is null;
create index case_file_due on casefile.case_file (nearest_at, id, agency_code) where closed_at is null;
