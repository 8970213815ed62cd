-- How frequent the frequent words are, as the server has sampled it: figures of the whole table, about no case. The program
-- has no sight of the statistics of a table that it may not read.
create function search.frequent_words() returns table (word text, share real)
    language sql stable security definer set search_path = pg_catalog as $$
    select known.word, known.share
      from pg_catalog.pg_stats s
     cross join lateral unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as known (word, share)
     where s.schemaname = 'search' and s.tablename = 'case_text' and s.attname = 'terms' and known.word is not null
$$;
revoke all on function search.frequent_words() from public;
grant execute on function search.frequent_words() to fx_app;
