package org.fangxin.mediation.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is proposed: the points of an agreement, and a word beside them. */
public record Offer(List<Point> items, @Nullable String note) {
    /**
     * @param who COMPLAINANT or RESPONDENT
     * @param by the day by which it is done, or null
     */
    public record Point(
            String what,
            String who,
            @Nullable BigDecimal amount,
            @Nullable LocalDate by) {}
}
