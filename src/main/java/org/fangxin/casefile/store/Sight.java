package org.fangxin.casefile.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.springframework.stereotype.Component;

/**
 * What of a case the transaction's scope may know: an entry, a link or a flag that tells of a case out of sight does not
 * exist (a report that came of a complaint, Art. 37). Entries are numbered as they are seen, so that no gap tells either,
 * and the version that a reader knows is the number of the entries in his sight.
 */
@Component
class Sight {
    /** Flags that only say that there is a link of this kind. */
    private static final Map<String, Flag> FLAG_OF_LINK = Map.of("CLUE", Flag.CLUE_LINKED);

    private final CaseRows rows;

    Sight(CaseRows rows) {
        this.rows = rows;
    }

    /** Numbers of cases linked to this one that may not be seen. */
    Set<String> unseen(CaseState state) {
        return unseen(List.of(state));
    }

    /** Numbers of cases linked to any of these that may not be seen: one question for a whole page. */
    Set<String> unseen(Collection<CaseState> states) {
        Set<String> unseen = new HashSet<>();
        states.forEach(state -> unseen.addAll(state.related().keySet()));
        unseen.removeAll(rows.heads(unseen).keySet());
        return unseen;
    }

    /** The entries that may be seen, oldest first. */
    List<Journal.Row> visible(CaseState state, List<Journal.Row> past) {
        return visible(past, unseen(state));
    }

    static List<Journal.Row> visible(List<Journal.Row> past, Set<String> unseen) {
        return past.stream()
                .filter(entry -> unseen.stream().noneMatch(no -> tells(entry, no)))
                .toList();
    }

    /** Whether an entry tells of a case. */
    static boolean tells(Journal.Row entry, String caseNo) {
        return entry.data().contains("\"" + caseNo + "\"");
    }

    /** The flags that may be seen. */
    static List<String> flags(CaseState state, List<String> flags, Set<String> unseen) {
        Set<String> seenLinks = state.related().entrySet().stream()
                .filter(link -> !unseen.contains(link.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        Set<String> silent = FLAG_OF_LINK.entrySet().stream()
                .filter(flag -> !seenLinks.contains(flag.getKey()))
                .map(flag -> flag.getValue().name())
                .collect(Collectors.toSet());
        return flags.stream().filter(flag -> !silent.contains(flag)).toList();
    }
}
