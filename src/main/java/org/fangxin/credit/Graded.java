package org.fangxin.credit;

import java.util.List;

/**
 * A computed grade with everything that led to it.
 *
 * @param score 0 to 100
 * @param reasons in the rule's order, also those that found nothing
 */
public record Graded(String grade, int score, List<Reason> reasons) {
    public Graded {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param found facts within the period
     * @param counted those beyond the free ones
     * @param points what they changed, negative when taken off
     * @param sources the facts that were found, oldest first
     */
    public record Reason(Factor factor, int found, int counted, int points, int months, List<Fact> sources) {
        public Reason {
            sources = List.copyOf(sources);
        }
    }
}
