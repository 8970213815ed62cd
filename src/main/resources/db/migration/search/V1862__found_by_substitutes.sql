-- A substitute finds what the absent person is in charge of; the table's policy and the view's words stay the same.
drop policy scope on search.case_text;
create policy scope on search.case_text using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and (current_setting('fangxin.person', true) = any (handlers)
                  or handlers && string_to_array(current_setting('fangxin.stands_for', true), ','))))
    and not (current_setting('fangxin.person', true) = any (recused)));

create or replace view search.visible as
    select case_id, agency_code, province, city, county, kind, stage, handlers, received, terms
      from search.case_text
     where agency_code >= current_setting('fangxin.scope_from', true)
       and agency_code < current_setting('fangxin.scope_to', true)
       and (kind <> 'REPORT'
            or current_setting('fangxin.reports', true) = 'ALL'
            or (current_setting('fangxin.reports', true) = 'OWN'
                and (current_setting('fangxin.person', true) = any (handlers)
                     or handlers && string_to_array(current_setting('fangxin.stands_for', true), ','))))
       and not (current_setting('fangxin.person', true) = any (recused));
