package org.fangxin.enforcement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a report is worth by its grade: the table that held on a day.
 *
 * @param source the rule with its article, in Chinese
 * @param note what has to be checked before it is relied on, or empty
 * @param verified whether the figures were checked against the gazette
 * @param validTo last day, or null
 * @param cap most for one case, in yuan
 * @param financeFrom from this amount on the finance department decides too
 * @param claimWorkingDays working days in which it may be taken
 */
public record RewardRule(
        String id,
        String source,
        String note,
        boolean verified,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        BigDecimal cap,
        BigDecimal financeFrom,
        int claimWorkingDays,
        List<Grade> grades) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One grade.
     *
     * @param percent of fine and forfeiture
     * @param minimum in yuan, also where there is neither fine nor forfeiture
     * @param standard what makes a report one of this grade, in Chinese
     */
    public record Grade(int grade, String label, BigDecimal percent, BigDecimal minimum, String standard) {}

    public RewardRule {
        grades = List.copyOf(grades);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * The amount in yuan and fen, rounded down, never below the grade's minimum nor above the cap.
     *
     * @param base fine and forfeiture together; zero where there is neither
     */
    public BigDecimal amount(Grade grade, BigDecimal base) {
        return base.multiply(grade.percent())
                .divide(HUNDRED, 2, RoundingMode.DOWN)
                .max(grade.minimum())
                .min(cap)
                .setScale(2, RoundingMode.DOWN);
    }
}
