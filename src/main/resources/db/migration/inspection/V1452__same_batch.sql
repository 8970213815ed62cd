-- Whether words of a complaint name a batch or goods; asked both ways, from the sample and from the case, so it stands here.

-- A day in one form, however it was written: 2026年11月1日, 2026-11-1, 2026.11.01 are 20261101.
create function inspection.days_plain(words text) returns text immutable language sql as $$
    select regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(words, '(\d{4})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?', '\1-\2-\3', 'g'),
                '(\d{4})-(\d)-', '\1-0\2-', 'g'),
            '(\d{4}-\d{2})-(\d)(?!\d)', '\1-0\2', 'g'),
        '(\d{4})-(\d{2})-(\d{2})', '\1\2\3', 'g')
$$;

-- A day of production is shared by all that was made on it: it names a batch only together with the goods or the business.
create function inspection.is_day(batch text) returns boolean immutable language sql as
    $$ select inspection.days_plain(batch) ~ '^(19|20)\d{6}$' $$;

-- As a whole: not within a longer number.
create function inspection.stands_in(word text, words text) returns boolean immutable language sql as $$
    select lower(words) ~ ('(^|[^0-9a-z])' || regexp_replace(lower(word), '([\\^$.|?*+()\[\]{}-])', '\\\1', 'g')
        || '($|[^0-9a-z])')
$$;

create function inspection.names_batch(words text, batch text) returns boolean immutable language sql as $$
    select case
        when words is null or length(batch) < 4 then false
        when inspection.is_day(batch) then
            position(left(inspection.days_plain(batch), 4) in words) > 0
            and inspection.stands_in(inspection.days_plain(batch), inspection.days_plain(words))
        when position(lower(batch) in lower(words)) = 0 then false
        else inspection.stands_in(batch, words)
    end
$$;

-- The words of a product's name: what separators part, and the end of a long one, where Chinese names its kind (原味酸奶: 酸奶).
create function inspection.goods_words(product text) returns text[] immutable language sql as $$
    select coalesce(array_agg(distinct word), '{}') from (
        select unnest(array[part, case when part ~ '^[一-龥]{3,}$' then right(part, 2) end]) as word
          from regexp_split_to_table(lower(product), '[^0-9a-z一-龥]+') as part) w
     where length(word) >= 2 and word !~ '^[0-9]+[a-z]*$'
$$;

create function inspection.names_goods(words text, product text) returns boolean immutable language sql as $$
    select exists (select from unnest(inspection.goods_words(product)) as word
                    where position(word in lower(coalesce(words, ''))) > 0)
$$;

-- Why a case and a batch belong together; null when they do not.
create function inspection.relation(
    words text, own_words text, product text, batch text, same_business boolean) returns text immutable language sql as $$
    select case
        when inspection.names_batch(words, batch)
             and (not inspection.is_day(batch) or same_business or inspection.names_goods(words, product))
            then 'SAME_BATCH'
        when same_business and inspection.names_goods(words, product) then 'BUSINESS_GOODS'
        when same_business then 'SAME_BUSINESS'
        when length(product) >= 2 and position(lower(product) in lower(own_words)) > 0 then 'SAME_GOODS'
    end
$$;

grant execute on all functions in schema inspection to fx_app;
