package org.fangxin.casefile.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What did not hold: each kind, how often, and where first. */
final class Breaks {
    private final Map<String, LongAdder> counts = new LinkedHashMap<>();
    private final Map<String, String> first = new LinkedHashMap<>();

    void broken(String what, String where) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
        first.putIfAbsent(what, where);
    }

    Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        counts.forEach((what, count) -> told.put(what, count + " × (" + first.get(what) + ")"));
        return told;
    }
}
