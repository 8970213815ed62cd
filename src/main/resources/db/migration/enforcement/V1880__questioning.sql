-- The record of a questioning (PP 29) is printed once like the other papers.
alter table enforcement.paper drop constraint paper_kind_check;
alter table enforcement.paper add constraint paper_kind_check check (kind in ('SITE_RECORD', 'QUESTIONING', 'EVIDENCE_LIST',
    'PRESERVED_LIST', 'REVIEW', 'NOTICE', 'SERVICE', 'HEARING', 'DISCUSSION'));
