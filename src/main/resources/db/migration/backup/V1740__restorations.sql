create schema backup;
grant usage on schema backup to fx_app;

-- Each time that this database was put back from a backup. What was to be sent before then is not sent by itself any more.
create table backup.restoration (
    restoration_id bigint generated always as identity primary key,
    restored_at timestamptz not null,
    -- the moment asked for; null: everything that the backup and the archive had
    target_at timestamptz,
    source text not null,
    -- when the audit log was told
    audited_at timestamptz
);
-- rows are the owner's alone: who has the application's rights cannot pretend that records were lost by a restore
grant select on backup.restoration to fx_app;
grant update (audited_at) on backup.restoration to fx_app;
