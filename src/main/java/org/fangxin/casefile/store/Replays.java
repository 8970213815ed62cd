package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Procedures;
import org.springframework.stereotype.Component;

/**
 * What the journals of a page's cases tell. A journal is only ever appended to, so what it told up to a version stays true: it is
 * kept for the cases that were listed last and read again only behind a new version. The version comes from the row that the
 * transaction's scope has just shown; nothing here is found without one.
 */
@Component
class Replays {
    /** Some dozens of pages; a state is a few thousand bytes. */
    private static final int MOST = 4_000;

    /**
     * A case up to a version.
     *
     * @param by who made each entry; empty for one that decides nothing
     * @param links to each entry the numbers of linked cases that it tells of
     */
    record Told(CaseState state, List<String> by, List<Set<String>> links) {
        Told {
            by = List.copyOf(by);
            links = List.copyOf(links);
        }

        /** Who made the entries that tell of none of these cases. */
        List<String> by(Set<String> unseen) {
            if (unseen.isEmpty()) {
                return by;
            }
            List<String> visible = new ArrayList<>();
            for (int i = 0; i < by.size(); i++) {
                if (Collections.disjoint(links.get(i), unseen)) {
                    visible.add(by.get(i));
                }
            }
            return visible;
        }
    }

    private final Journal journal;
    private final Map<Long, Told> lately = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Told> eldest) {
            return size() > MOST;
        }
    };

    Replays(Journal journal) {
        this.journal = journal;
    }

    /** What the rows' cases tell, each up to the version of its row; by id. */
    Map<Long, Told> of(List<Worklist.Row> rows) {
        Map<Long, Told> all = new HashMap<>();
        List<Worklist.Row> behind = new ArrayList<>();
        synchronized (lately) {
            for (Worklist.Row row : rows) {
                Told told = lately.get(row.id());
                if (told != null && tells(told, row)) {
                    all.put(row.id(), told);
                } else {
                    behind.add(row);
                }
            }
        }
        if (!behind.isEmpty()) {
            all.putAll(replayed(behind));
        }
        return all;
    }

    private static boolean tells(Told told, Worklist.Row row) {
        return told.state().seq() == row.version() && told.state().caseNo().equals(row.caseNo());
    }

    private Map<Long, Told> replayed(List<Worklist.Row> rows) {
        Map<Long, List<Journal.Row>> journals =
                journal.readMany(rows.stream().map(Worklist.Row::id).toList());
        Map<Long, Told> fresh = new HashMap<>();
        for (Worklist.Row row : rows) {
            // an act that came in between the two readings is not in the row either
            List<Journal.Row> past = journals.getOrDefault(row.id(), List.of()).stream()
                    .filter(entry -> entry.recorded().seq() <= row.version())
                    .toList();
            fresh.put(row.id(), told(row.caseNo(), past));
        }
        synchronized (lately) {
            lately.putAll(fresh);
        }
        return fresh;
    }

    private static Told told(String caseNo, List<Journal.Row> past) {
        CaseState state = Procedures.replay(
                caseNo, past.stream().map(Journal.Row::recorded).toList());
        return new Told(
                state,
                past.stream().map(Replays::decider).toList(),
                past.stream().map(entry -> links(state, entry)).toList());
    }

    private static String decider(Journal.Row row) {
        return Staleness.decidesNothing(row) ? "" : row.recorded().actorId();
    }

    private static Set<String> links(CaseState state, Journal.Row entry) {
        return state.related().keySet().stream()
                .filter(no -> Sight.tells(entry, no))
                .collect(Collectors.toUnmodifiableSet());
    }
}
