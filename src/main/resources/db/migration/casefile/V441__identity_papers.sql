-- Proof of identity (Art. 10(3)) is no evidence: no list of a case's files holds it, and its content goes a while after the
-- case was closed. That it was there, and when its content went, stays.
alter table casefile.case_attachment
    add column purpose text not null default 'EVIDENCE' check (purpose in ('EVIDENCE', 'IDENTITY'));
create index case_attachment_papers on casefile.case_attachment (case_id) where purpose = 'IDENTITY';

create table casefile.purged_paper (
    case_id bigint not null references casefile.case_file (id),
    attachment_id text not null,
    purged_at timestamptz not null,
    primary key (case_id, attachment_id)
);
alter table casefile.purged_paper enable row level security;
create policy scope on casefile.purged_paper
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on casefile.purged_paper to fx_app;
