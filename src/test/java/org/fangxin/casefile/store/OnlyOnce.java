package org.fangxin.casefile.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.store.StoredActs.Case;
import org.jspecify.annotations.Nullable;

/** What may stand in a journal once or so often, counted entry by entry and without asking the procedure. */
final class OnlyOnce {
    private static final Set<String> DECISIONS = Set.of("Accepted", "Refused", "Filed", "FilingDeclined");

    /** After these there may be another decision: it was taken back, or the case came to another agency, or begins anew. */
    private static final Set<String> ANEW = Set.of(
            "DecisionRevoked",
            "Distributed",
            "Returned",
            "TakenUp",
            "DisputeAgreed",
            "Designated",
            "VerificationRestarted");

    /** PP 18 and 64: extended once; Art. 41: sent back twice at the most. */
    private static final Map<String, Integer> QUOTAS =
            Map.of("VerificationExtended", 1, "DecisionExtended", 1, "Returned", 2);

    private OnlyOnce() {}

    static void hold(Case one, Breaks breaks) {
        @Nullable String decided = null;
        Map<String, Integer> used = new HashMap<>();
        for (Journal.Row row : one.rows()) {
            String type = row.type();
            String where = one.no() + " " + row.recorded().seq() + " " + type;
            boolean decides = DECISIONS.contains(type);
            if (decides && decided != null) {
                breaks.broken(type.equals(decided) ? "decided twice" : "decided two ways", where);
            }
            decided = decides ? type : ANEW.contains(type) ? null : decided;
            if (type.equals("VerificationRestarted")) {
                used.remove("VerificationExtended");
            }
            if (QUOTAS.containsKey(type) && used.merge(type, 1, Integer::sum) > QUOTAS.get(type)) {
                breaks.broken("more often than it may be", where);
            }
        }
    }
}
