package org.fangxin.retention.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Fields;
import org.fangxin.law.Settings;
import org.fangxin.retention.Kept;
import org.fangxin.retention.Kept.Bar;
import org.fangxin.retention.KeptAs;
import org.fangxin.retention.store.ArchivedRows;
import org.fangxin.retention.store.ArchivedRows.Linked;
import org.fangxin.retention.store.ArchivedRows.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose term is over, and what bars the disposal of the others. In the program's own scope and a running transaction. */
@Component
public class DueSet {
    private static final String FOR_EVER = "PERMANENT";
    /** No term is shorter. */
    private static final int SHORTEST = 10;

    private final ArchivedRows rows;
    private final Settings settings;
    private final InstantSource clock;

    DueSet(ArchivedRows rows, Settings settings, InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of an agency and its 所: all whose term is over, those that are barred too; the oldest first. */
    public List<Kept> over(String agency, String person) {
        LocalDate today = today();
        List<Row> old = rows.of(agency, today.minusYears(SHORTEST), person);
        return kept(old, today).stream().filter(one -> one.over(today)).toList();
    }

    /** One case as it stands now; empty when it is not archived or was disposed of. */
    public Optional<Kept> find(String caseNo, String person) {
        return rows.find(caseNo, person).map(row -> kept(List.of(row), today()).getFirst());
    }

    public LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }

    private List<Kept> kept(List<Row> all, LocalDate today) {
        Map<String, List<Linked>> links =
                rows.links(all.stream().map(Row::caseNo).toList());
        Map<String, @Nullable Integer> years = new HashMap<>();
        List<Kept> kept = new ArrayList<>();
        for (Row row : all) {
            Integer term = years(row.keptAs(), row.agency(), years);
            LocalDate lastDay = term == null ? null : KeptAs.lastDay(row.archivedOn(), term);
            boolean bound =
                    links.getOrDefault(row.caseNo(), List.of()).stream().anyMatch(one -> needed(one, today, years));
            kept.add(new Kept(
                    row.caseNo(), row.kind(), row.keptAs(), row.archivedOn(), term, lastDay, bars(row, bound)));
        }
        return kept;
    }

    private static List<Bar> bars(Row row, boolean bound) {
        List<Bar> bars = new ArrayList<>();
        if (row.held()) {
            bars.add(Bar.HELD);
        }
        if (bound) {
            bars.add(Bar.LINKED);
        }
        if (row.reviewed()) {
            bars.add(Bar.REVIEW);
        }
        if (row.listed()) {
            bars.add(Bar.LISTED);
        }
        return bars;
    }

    /** A case that belongs together with one is needed while it is open, held, or its own term runs. */
    private boolean needed(Linked other, LocalDate today, Map<String, @Nullable Integer> years) {
        if (!other.archived() || other.archivedOn() == null || other.held()) {
            return true;
        }
        Integer term = years(other.keptAs(), other.agency(), years);
        return term == null || !KeptAs.lastDay(other.archivedOn(), term).isBefore(today);
    }

    /** Null for ever. */
    private @Nullable Integer years(KeptAs keptAs, String agency, Map<String, @Nullable Integer> known) {
        String key = keptAs + " " + agency;
        if (!known.containsKey(key)) {
            String value = settings.value(keptAs.setting(), agency);
            known.put(key, value.equals(FOR_EVER) ? null : Integer.valueOf(value));
        }
        return known.get(key);
    }
}
