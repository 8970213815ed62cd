-- Art. 33: who is named in a dispute about competence sees the case while the dispute is open, and no longer. The gate
-- writes the codes from the journal's state with every act. For reading only: rows are still written by the program alone.
-- And only in transactions that ask for it, which are those of the list, the case page and the act itself: evidence, papers,
-- rooms, notices and vault ask nothing and stay shut to the other side.
alter table casefile.case_file add column seen_by text[] collate "C" not null default '{}';
create index case_file_seen_by on casefile.case_file (id) where seen_by <> '{}';
create policy disputed on casefile.case_file for select using (
    current_setting('fangxin.disputes', true) = 'YES'
    and seen_by <> '{}'
    and exists (select from unnest(seen_by) as agency (code)
                 where code >= current_setting('fangxin.scope_from', true)
                   and code < current_setting('fangxin.scope_to', true))
    -- of a report only heads of units and leaders
    and (kind <> 'REPORT' or current_setting('fangxin.leads', true) = 'YES')
    and not (current_setting('fangxin.person', true) = any (recused))
    and not sealed);
