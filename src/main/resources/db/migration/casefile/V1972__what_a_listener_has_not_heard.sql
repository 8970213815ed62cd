-- Which cases have entries that a listener has not heard yet, of whatever agency: who lists a county's cases would otherwise seek
-- its own part of what waits in all of it. In the journal's order: without it the server hopes to meet one soon and reads the
-- journal from its beginning. Only numbers of rows come out; the list's own policies decide which of them are seen.
create function casefile.unheard(listener text, most int) returns setof bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select j.case_id from casefile.journal j
     where (j.xid, j.seq) > (select r.xid, r.seq from casefile.reader r where r.name = listener)
     order by j.xid, j.seq limit most
$$;
revoke all on function casefile.unheard(text, int) from public;
grant execute on function casefile.unheard(text, int) to fx_app;
