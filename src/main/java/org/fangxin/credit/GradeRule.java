package org.fangxin.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a business is graded: what counts how much, and which score is which grade.
 *
 * @param grades best first
 * @param ungradedRate percent of the businesses without a grade that are inspected in a year
 */
public record GradeRule(List<Weight> factors, List<Band> grades, int ungradedRate) {
    public GradeRule {
        factors = List.copyOf(factors);
        grades = List.copyOf(grades);
    }

    /**
     * @param points for each that counts, positive; taken off, or added for a good factor
     * @param free how many are not counted
     * @param months how far back is looked
     * @param cap most points of this factor
     * @param atBest the best grade that is left once one counts, or null
     */
    public record Weight(
            Factor factor,
            int points,
            int free,
            int months,
            int cap,
            @Nullable String atBest) {}

    /**
     * @param from lowest score
     * @param rate percent inspected in a year
     */
    public record Band(String grade, int from, int rate) {}

    /**
     * A version as it stands in the table.
     *
     * @param approvedBy the second person; null for the table that ships
     */
    public record Version(
            String agency,
            int no,
            LocalDate validFrom,
            GradeRule rule,
            String setBy,
            Instant setAt,
            @Nullable String approvedBy,
            @Nullable String reason) {}

    public Optional<Band> band(String grade) {
        return grades.stream().filter(one -> one.grade().equals(grade)).findFirst();
    }
}
