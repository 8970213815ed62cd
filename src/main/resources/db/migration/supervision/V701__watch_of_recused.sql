-- A case does not exist for who stepped aside (Art. 21), not even as a number among the overdue.
alter table supervision.watch add column recused text[] not null default '{}';
drop policy scope on supervision.watch;
create policy scope on supervision.watch using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and current_setting('fangxin.person', true) = any (handlers)))
    and not (current_setting('fangxin.person', true) = any (recused)));
-- filled anew from the cases' rows; later by the reader
update supervision.watch w set recused = c.recused from casefile.case_file c where c.case_no = w.case_no;
