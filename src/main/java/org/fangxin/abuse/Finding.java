package org.fangxin.abuse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person found about a case, why, and what became of it on review.
 *
 * @param appeal what was said against it, or null
 * @param outcome of the review by another person, or null
 */
public record Finding(
        long findingId,
        String caseNo,
        List<String> factors,
        String reasons,
        String foundBy,
        Instant foundAt,
        @Nullable String appeal,
        @Nullable String appealedBy,
        @Nullable Instant appealedAt,
        @Nullable Outcome outcome,
        @Nullable String outcomeReasons,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    public Finding {
        factors = List.copyOf(factors);
    }

    /** How a review ends. */
    public enum Outcome {
        UPHELD("维持"),
        LIFTED("撤销");

        private final String chinese;

        Outcome(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
