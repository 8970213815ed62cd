package org.fangxin.casefile;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A case as its journal tells it. Immutable; {@link Procedures#evolve} is the only way from one to the next.
 *
 * @param seq number of the last entry; also the version that an act must name
 * @param agency code of the agency (or 所) that holds it now
 * @param law order121 or order20
 * @param receivedAt receipt at the agency that holds it
 * @param distributedBy the intake that sent it here, or null: {@code return} goes only there (Art. 41)
 * @param confirmed whether the holder confirmed a distribution's receipt
 * @param returns how often it was returned
 * @param parties party id → role, complainants in order
 * @param numbered the highest number that a party of it ever had: an id is never given again
 * @param handlers persons in charge
 * @param mediators persons named for mediation
 * @param recused persons who have lost access (Art. 21)
 * @param related numbers of cases linked to this one → relation code (SPLIT, CLUE, DUPLICATE, MERGED_INTO, …)
 * @param closedAt 办结: the computed end, null while open
 * @param endedAs the end that an archived file had, else null
 * @param holding the way it came to its holder, and what is open about that
 */
public record CaseState(
        long seq,
        String caseNo,
        Kind kind,
        Stage stage,
        String agency,
        String law,
        String channel,
        Instant receivedAt,
        @Nullable String distributedBy,
        boolean confirmed,
        int returns,
        Map<String, PartyRole> parties,
        int numbered,
        Set<String> handlers,
        Set<String> mediators,
        Set<String> recused,
        Set<Flag> flags,
        Map<String, String> related,
        Clocks clocks,
        Duty.Book duties,
        @Nullable Instant closedAt,
        @Nullable Stage endedAs,
        ComplaintFacts complaint,
        ReportFacts report,
        Holding holding) {

    public CaseState {
        parties = java.util.Collections.unmodifiableMap(new TreeMap<>(parties));
        handlers = Set.copyOf(handlers);
        mediators = Set.copyOf(mediators);
        recused = Set.copyOf(recused);
        flags = flags.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(flags));
        related = java.util.Collections.unmodifiableMap(new TreeMap<>(related));
    }

    public boolean is(Flag flag) {
        return flags.contains(flag);
    }

    public List<String> partiesWith(PartyRole role) {
        return parties.entrySet().stream()
                .filter(e -> e.getValue() == role)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The id of whoever joins next. */
    public String nextParty() {
        return "P" + (numbered + 1);
    }

    /** A builder that starts from this state. */
    public CaseDraft draft() {
        return new CaseDraft(this);
    }
}
