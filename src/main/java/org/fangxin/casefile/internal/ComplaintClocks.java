package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.Fields;

/** The rules that count a complaint, by the order that governs it (§6 of the procedures). */
final class ComplaintClocks {
    static final String GREEN_TALKS = "promise.odr.merchant";
    static final String GREEN_CONTACT = "promise.odr.first-contact";
    private static final String ORDER_20_MEDIATE = "order20.complaint.mediate";
    private static final String REGULATION_MEDIATE = "regulation2024.complaint.mediate";
    private static final LocalDate REGULATION_FROM = LocalDate.of(2024, 7, 1);

    private ComplaintClocks() {}

    /** ACC: seven working days to decide and tell (Art. 15; Order 20 Art. 14). */
    static String accept(String law) {
        return law + ".complaint.accept";
    }

    /** NTM: seven working days to tell both sides of a termination (Art. 23; Order 20 Art. 21). */
    static String notifyTermination(String law) {
        return law + ".complaint.notify-termination";
    }

    /**
     * MED: sixty days under Order 121; under Order 20 its forty-five working days, beside the Regulation's sixty days for
     * what was accepted since 2024-07-01.
     */
    static List<String> mediate(String law, Instant acceptedAt) {
        if (!law.equals("order20")) {
            return List.of(law + ".complaint.mediate");
        }
        LocalDate on = acceptedAt.atZone(Fields.ZONE).toLocalDate();
        return on.isBefore(REGULATION_FROM) ? List.of(ORDER_20_MEDIATE) : List.of(ORDER_20_MEDIATE, REGULATION_MEDIATE);
    }

    /** All rules that can count mediation under an order. */
    static List<String> mediation(String law) {
        return law.equals("order20")
                ? List.of(ORDER_20_MEDIATE, REGULATION_MEDIATE)
                : List.of(law + ".complaint.mediate");
    }
}
