-- The server looks for a type among temporary ones first, unless a search path names their place. Who could make the program's role
-- say anything could make a type of the name of a usual one, with a check of his own, and a function that runs with its owner's
-- rights took it and ran the check. All functions that have a path look for temporary things last.
do $$
declare one record;
begin
    for one in
        select p.oid::regprocedure as signature
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.proconfig @> array['search_path=pg_catalog']
    loop
        execute format('alter function %s set search_path = pg_catalog, pg_temp', one.signature);
    end loop;
end $$;
