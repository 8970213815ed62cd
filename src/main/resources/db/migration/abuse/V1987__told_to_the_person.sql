-- When the person was first told of a finding, on the progress page: from then on it stays there with what becomes of it.
alter table abuse.finding add column told_at timestamptz;
grant update (told_at) on abuse.finding to fx_app;
-- what waits for a reviewer
create index finding_waits on abuse.finding (appealed_at) where appeal is not null and outcome is null;
