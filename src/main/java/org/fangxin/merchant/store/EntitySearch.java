package org.fangxin.merchant.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.NameKeys;
import org.fangxin.merchant.internal.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Search as one types. Each question stops at a few hundred rows, and the nearest are asked first: names that begin so, then
 * names that hold it in the own county, city, province, everywhere. So a word that a sixth of all shops bear costs no more
 * than a rare one.
 */
@Component
public class EntitySearch {
    /** So many are looked at to choose the best from. */
    private static final int LOOKED_AT = 200;

    private static final String BY_CODE = """
            select %s from merchant.entity where uscc ^@ ? and merged_into is null order by uscc limit ?""";
    private static final String BY_OLD_NUMBER = """
            select %s from merchant.entity where old_no ^@ ? and merged_into is null order by old_no limit ?""";
    private static final String BEGINNING = """
            select %s from merchant.entity where name ^@ ? and merged_into is null
               and (? = '' or region_code ^@ ?) limit ?""";
    private static final String BY_PINYIN = """
            select %s from merchant.entity where pinyin ^@ ? and merged_into is null order by pinyin limit ?""";
    private static final String HOLDING = """
            select * from (select %s from merchant.entity where terms @@ ?::tsquery and merged_into is null limit ?) found
             order by position(? in name) = 0, position(? in name), char_length(name), name limit ?""";

    private final JdbcClient jdbc;

    EntitySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param regionCode the division that is asked first, or null */
    public List<MarketEntity> find(Asked asked, @Nullable String regionCode, int limit) {
        Map<Long, MarketEntity> found = new LinkedHashMap<>();
        if (asked.code()) {
            add(found, byCode(BY_CODE, asked.upper(), limit));
            add(found, byCode(BY_OLD_NUMBER, asked.upper(), limit));
        } else if (asked.letters()) {
            holding(found, asked.initials(), asked.plain(), regionCode, limit);
            add(
                    found,
                    jdbc.sql(BY_PINYIN.formatted(EntityRows.COLUMNS))
                            .params(asked.plain(), limit)
                            .query(EntityRows::of)
                            .list());
        }
        if (found.size() < limit) {
            words(found, asked, regionCode, limit);
        }
        return found.values().stream().limit(limit).toList();
    }

    private void words(Map<Long, MarketEntity> found, Asked asked, @Nullable String regionCode, int limit) {
        String near = regionCode == null ? "" : regionCode;
        add(found, beginning(asked.plain(), near, limit));
        if (!near.isEmpty() && found.size() < limit) {
            add(found, beginning(asked.plain(), "", limit));
        }
        if (found.size() < limit
                && asked.plain().codePointCount(0, asked.plain().length()) > 1) {
            holding(found, asked.strict(), asked.plain(), regionCode, limit);
            if (found.isEmpty() && !asked.loose().isEmpty()) {
                holding(found, asked.loose(), asked.plain(), regionCode, limit);
            }
        }
    }

    private List<MarketEntity> byCode(String question, String beginning, int limit) {
        return jdbc.sql(question.formatted(EntityRows.COLUMNS))
                .params(beginning, limit)
                .query(EntityRows::of)
                .list();
    }

    private List<MarketEntity> beginning(String words, String near, int limit) {
        return jdbc.sql(BEGINNING.formatted(EntityRows.COLUMNS))
                .params(words, near, near, limit)
                .query(EntityRows::of)
                .list();
    }

    /** From the own county outwards until enough is found. */
    private void holding(
            Map<Long, MarketEntity> found, String query, String words, @Nullable String regionCode, int limit) {
        List<String> scopes = new ArrayList<>(NameKeys.regions(regionCode).reversed());
        scopes.add("");
        for (String scope : scopes) {
            String within = scope.isEmpty() ? query : query + " & '" + scope + "'";
            add(
                    found,
                    jdbc.sql(HOLDING.formatted(EntityRows.COLUMNS))
                            .params(within, LOOKED_AT, words, words, limit)
                            .query(EntityRows::of)
                            .list());
            if (found.size() >= limit) {
                return;
            }
        }
    }

    private static void add(Map<Long, MarketEntity> found, List<MarketEntity> more) {
        more.forEach(one -> found.putIfAbsent(one.id(), one));
    }
}
