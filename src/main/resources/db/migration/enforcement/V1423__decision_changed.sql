-- A decision that was changed, revoked, held unlawful or void (PP 63): its publication is taken back within three working days.
-- Derived from the journal, like the rest of the file.
alter table enforcement.penalty_file add column changed text;
alter table enforcement.penalty_file add column changed_on date;
alter table enforcement.penalty_file add column served_on date;
