package org.fangxin.duplicate.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.duplicate.store.NameRows;
import org.springframework.stereotype.Component;

/** Keeps the core of each business's name beside its case, of cases that are compared at all. */
@Component
class NameReader implements JournalReader {
    private final NameRows rows;
    private final NearNames names;
    private final InstantSource clock;

    NameReader(NameRows rows, NearNames names, InstantSource clock) {
        this.rows = rows;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "near-names";
    }

    @Override
    public void take(List<Heard> batch) {
        Instant since = clock.instant().minus(LikelyDuplicates.WINDOW);
        Set<String> touched = new LinkedHashSet<>();
        batch.stream()
                .filter(heard -> !heard.occurredAt().isBefore(since) && names(heard.entry()))
                .forEach(heard -> touched.add(heard.caseNo()));
        if (!touched.isEmpty()) {
            rows.named(touched)
                    .forEach(one -> names.key(one.merchant(), one.agency())
                            .ifPresent(key -> rows.keep(one, key.county(), key.core())));
        }
    }

    @Override
    public void forget() {
        rows.forgetAll();
    }

    private static boolean names(Entry entry) {
        return entry instanceof Entry.Received || entry instanceof Entry.Corrected;
    }
}
