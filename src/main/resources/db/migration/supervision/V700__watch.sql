create schema supervision;
grant usage on schema supervision to fx_app;

-- The nearest running clock of each open case, and how near it was when last looked at.
create table supervision.watch (
    case_no text primary key,
    kind text not null,
    agency_code text collate "C" not null,
    handlers text[] not null default '{}',
    rule text not null,
    due_on date not null,
    near_from date not null,
    level text not null check (level in ('ample', 'near', 'today', 'overdue'))
);
alter table supervision.watch enable row level security;
create policy scope on supervision.watch using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and current_setting('fangxin.person', true) = any (handlers))));
grant select, insert, update, delete on supervision.watch to fx_app;
create index watch_level on supervision.watch (agency_code, level, due_on);
create index watch_due on supervision.watch (due_on, level);
