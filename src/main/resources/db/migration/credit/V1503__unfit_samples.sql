-- A sample behind a reason is there for whoever sees the sample, as a case is for whoever sees the case (Art. 21, 37).
alter table credit.grade_source add column sample_id bigint;
drop policy scope on credit.grade_source;
create policy scope on credit.grade_source using (
    exists (select from credit.grade g where g.grade_id = grade_source.grade_id)
    and (case_no is null or exists (select from casefile.case_file c where c.case_no = grade_source.case_no))
    and (sample_id is null or exists (select from inspection.sample s where s.sample_id = grade_source.sample_id)));
