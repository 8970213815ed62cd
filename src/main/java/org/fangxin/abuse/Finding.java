package org.fangxin.abuse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person found about a case, why, and what became of it on review.
 *
 * @param appeal what was said against it, or null
 * @param outcome of the review by another person, or null
 * @param toldAt when the person was first told of it, or null while it has had no effect
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
        @Nullable Instant decidedAt,
        @Nullable Instant toldAt) {

    public Finding {
        factors = List.copyOf(factors);
    }

    /** Whether the person appealed, not an officer for him. */
    public boolean appealedByPerson() {
        return appealedBy != null && appealedBy.startsWith("party:");
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
