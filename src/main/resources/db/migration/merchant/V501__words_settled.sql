-- New words wait in a list that every search has to read through. Whoever takes in an extract has them sorted in at once,
-- and the planner told what came, instead of waiting for the server's own rounds. Only the owner of the index may; neither
-- function reads or gives out a row.
create function merchant.sort_words_in() returns bigint language sql security definer set search_path = pg_catalog
    as $$ select gin_clean_pending_list('merchant.entity_terms'::regclass) $$;
create function merchant.count_words() returns void language plpgsql security definer set search_path = pg_catalog
    as $$ begin analyze merchant.entity; end $$;
revoke execute on function merchant.sort_words_in(), merchant.count_words() from public;
grant execute on function merchant.sort_words_in(), merchant.count_words() to fx_app;
