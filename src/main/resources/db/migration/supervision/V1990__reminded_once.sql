-- Two instances that looked at the same moment both saw a report missing and nobody reminded: each wrote it down and told.
delete from supervision.hanging_step later
 using supervision.hanging_step first
 where later.kind = 'REMINDED' and first.kind = 'REMINDED' and later.hanging_id = first.hanging_id
   and later.until = first.until and later.step_id > first.step_id;
create unique index reminded_once on supervision.hanging_step (hanging_id, until) where kind = 'REMINDED';
