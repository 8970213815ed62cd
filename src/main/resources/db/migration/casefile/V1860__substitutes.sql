-- Who did an act stands in the journal as ever; beside it the absent person whose substitute he was.
alter table casefile.journal add column acted_for text;
create index journal_acted_for on casefile.journal (acted_for, recorded_at) where acted_for is not null;

-- A substitute sees what the absent person is in charge of, by his own roles and between the dates alone: the program names
-- those for whom he stands with every transaction. Who stepped aside stays out, also as a substitute (Art. 21).
drop policy scope on casefile.case_file;
create policy scope on casefile.case_file using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true)
    and (kind <> 'REPORT'
         or current_setting('fangxin.reports', true) = 'ALL'
         or (current_setting('fangxin.reports', true) = 'OWN'
             and (current_setting('fangxin.person', true) = any (handlers)
                  or handlers && string_to_array(current_setting('fangxin.stands_for', true), ','))))
    and not (current_setting('fangxin.person', true) = any (recused))
    and (not sealed or coalesce(current_setting('fangxin.person', true), '') = ''));
