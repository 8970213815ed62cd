-- Nor does what it reads of one. Asked row by row or all at once, the question whether the case is in sight has one answer for the program: a batch of
-- 500 entries gathered every case there is before it read the first.
alter policy scope on casefile.journal
    using (casefile.by_program() or exists (select from casefile.case_file c where c.id = case_id));
alter policy scope on casefile.act_text
    using (casefile.by_program() or exists (select from casefile.case_file c where c.id = case_id));
alter policy scope on casefile.party
    using (casefile.by_program() or exists (select from casefile.case_file c where c.id = case_id));
alter policy scope on casefile.deadline
    using (casefile.by_program() or exists (select from casefile.case_file c where c.id = case_id));
