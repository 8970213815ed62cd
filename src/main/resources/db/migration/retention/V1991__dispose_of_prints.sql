-- What is found again by: the fingerprint of an address, and the core of a business's name.
create function retention.dispose_prints(of_id bigint, of_case text) returns void
    language sql set search_path = pg_catalog as $$
    delete from abuse.address_print where case_no = of_case;
    delete from duplicate.name_key where case_id = of_id;
$$;
revoke all on function retention.dispose_prints(bigint, text) from public;

create or replace function retention.dispose(on_list text, of_case text, at_moment timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare of_id bigint;
begin
    if not casefile.by_program() then
        raise exception 'only the program itself disposes' using errcode = '42501';
    end if;
    of_id := retention.require_disposable(on_list, of_case, at_moment);
    perform retention.dispose_files(of_id, of_case);
    perform retention.dispose_people(of_id, of_case);
    perform retention.dispose_prints(of_id, of_case);
    perform retention.dispose_words(of_id, of_case);
    perform retention.dispose_papers(of_id, of_case);
    update retention.list_case set disposed_at = at_moment where list_no = on_list and case_no = of_case;
end $$;
