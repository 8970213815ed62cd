package org.fangxin.search.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fangxin.casefile.Fields;
import org.fangxin.search.store.HitRows.Live;
import org.jspecify.annotations.Nullable;

/** How the hits divide: by kind, stage, agency one level below, class of goods and year. Pure. */
final class Facets {
    private static final int MOST = 20;

    private Facets() {}

    /** @param agency whose next level below is counted; empty for the nation */
    static Map<String, Map<String, Integer>> of(List<Live> hits, String agency) {
        int level = below(agency);
        Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
        facets.put("kind", count(hits, Live::kind));
        facets.put("stage", count(hits, Live::stage));
        facets.put(
                "agency",
                count(
                        hits,
                        live -> live.agency()
                                .substring(0, Math.min(level, live.agency().length()))));
        facets.put("goods", count(hits, Live::goodsCode));
        facets.put("year", count(hits, Facets::year));
        return facets;
    }

    static String year(Live live) {
        return String.valueOf(live.receivedAt().atZone(Fields.ZONE).getYear());
    }

    private static int below(String agency) {
        return switch (agency.length()) {
            case 0 -> 2;
            case 2 -> 4;
            case 4 -> 6;
            default -> 9;
        };
    }

    private static Map<String, Integer> count(List<Live> hits, Function<Live, @Nullable String> code) {
        Map<String, Integer> counts = new HashMap<>();
        for (Live live : hits) {
            String found = code.apply(live);
            if (found != null) {
                counts.merge(found, 1, Integer::sum);
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
