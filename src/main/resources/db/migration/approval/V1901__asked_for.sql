-- The absent person whose substitute asked: the sheet names both, as the journal does.
alter table approval.request add column asked_for text check (asked_for <> asked_by);
