-- Two windows with one form: whoever saves names the version that was seen.
alter table intake.draft add column version bigint not null default 1;
-- Drafts run out; the program deletes them without being able to read whose words they are.
create policy expiry on intake.draft using (intake.by_program());
create index draft_age on intake.draft (updated_at);
