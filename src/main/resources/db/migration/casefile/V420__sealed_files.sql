-- A complaint, consultation or suggestion that turned out to be a report is one (Art. 37): its file holds who told it, so
-- from then on no officer sees it, whatever his rank. The program does, for the tracking page.
alter table casefile.case_file add column sealed boolean not null default false;
drop policy scope on casefile.case_file;
create policy scope on casefile.case_file using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and current_setting('fangxin.person', true) = any (handlers)))
    and not (current_setting('fangxin.person', true) = any (recused))
    and (not sealed or coalesce(current_setting('fangxin.person', true), '') = ''));
