package org.fangxin.supervision.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.PartyRole;
import org.jspecify.annotations.Nullable;

/** Which criteria of a major case can be told from the case itself; how many agencies and whether media: officers say. Pure. */
public final class MajorRules {
    private MajorRules() {}

    /** Codes of the criteria that are met. */
    public static List<String> met(CaseState state, @Nullable BigDecimal amount, Map<String, Integer> thresholds) {
        List<String> met = new ArrayList<>();
        Integer money = thresholds.get("AMOUNT");
        if (amount != null && money != null && amount.compareTo(BigDecimal.valueOf(money)) >= 0) {
            met.add("AMOUNT");
        }
        Integer victims = thresholds.get("VICTIMS");
        if (victims != null && state.partiesWith(PartyRole.COMPLAINANT).size() >= victims) {
            met.add("VICTIMS");
        }
        if (thresholds.containsKey("HARM") && state.is(Flag.DANGER)) {
            met.add("HARM");
        }
        return met;
    }
}
