-- By what two reports are known to be of one reporter (Art. 35): keyed fingerprints of what he left, and of the submission
-- that his tracking code belongs to. Nothing can be computed back, and nobody reads a row: the program writes, and two
-- functions answer for reports that the asking transaction sees.
create table intake.reporter_print (
    case_no text not null,
    kind text not null check (kind in ('ID_NUMBER', 'PHONE', 'EMAIL', 'NAME', 'TRACKING')),
    print bytea not null,
    primary key (case_no, kind, print)
);
alter table intake.reporter_print enable row level security;
create policy program on intake.reporter_print for insert with check (intake.by_program());
create policy compared on intake.reporter_print for select to fx_match using (true);
grant insert on intake.reporter_print to fx_app;
create index reporter_print_same on intake.reporter_print (print, kind);

-- what the vault already holds of earlier reports
insert into intake.reporter_print (case_no, kind, print)
select case_no, 'PHONE', phone_index from intake.vault where phone_index is not null
union all select case_no, 'ID_NUMBER', id_number_index from intake.vault where id_number_index is not null
union all select case_no, 'NAME', name_index from intake.vault where name_index is not null;

-- fx_match looks at fingerprints and, under the row-level policies of the asking transaction, at cases: nobody signs in as it
-- and nobody but the owner may become it.
grant usage, create on schema intake to fx_match;
grant usage on schema casefile to fx_match;
grant select on casefile.case_file to fx_match;
grant select, insert on intake.reporter_print to fx_match;
grant execute on function intake.by_program() to fx_match;

create function intake.same_reporter(asked text) returns table (case_no text, kind text)
    language sql stable security definer set search_path = pg_catalog as $$
    select distinct other.case_no, mine.kind
      from intake.reporter_print mine
      join intake.reporter_print other
        on other.print = mine.print and other.kind = mine.kind and other.case_no <> mine.case_no
     where mine.case_no = asked
       and exists (select from casefile.case_file c where c.case_no = asked)
       and exists (select from casefile.case_file c where c.case_no = other.case_no)
$$;

create function intake.compare_reporters(one text, another text) returns table (kind text, same boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.kind, bool_or(a.print = b.print)
      from intake.reporter_print a join intake.reporter_print b using (kind)
     where a.case_no = one and b.case_no = another
       and exists (select from casefile.case_file c where c.case_no = one)
       and exists (select from casefile.case_file c where c.case_no = another)
     group by a.kind
$$;

-- the same reporter behind another number
create function intake.copy_prints(earlier text, later text) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into intake.reporter_print (case_no, kind, print)
    select later, p.kind, p.print from intake.reporter_print p
     where p.case_no = earlier and intake.by_program()
    on conflict do nothing
$$;

revoke all on function intake.same_reporter(text), intake.compare_reporters(text, text),
    intake.copy_prints(text, text) from public;
grant execute on function intake.same_reporter(text), intake.compare_reporters(text, text),
    intake.copy_prints(text, text) to fx_app;
alter function intake.same_reporter(text) owner to fx_match;
alter function intake.compare_reporters(text, text) owner to fx_match;
alter function intake.copy_prints(text, text) owner to fx_match;
revoke create on schema intake from fx_match;
