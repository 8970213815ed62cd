-- A substitute watches the dates of what the absent person is in charge of.
drop policy scope on supervision.watch;
create policy scope on supervision.watch using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and (current_setting('fangxin.person', true) = any (handlers)
                  or handlers && string_to_array(current_setting('fangxin.stands_for', true), ','))))
    and not (current_setting('fangxin.person', true) = any (recused)));
