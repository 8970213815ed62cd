package org.fangxin.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order off the shelf, or its lifting, as one person asks for it and another decides.
 *
 * @param to whose order it is
 * @param quantity of an order; empty for a lifting
 * @param urgency why the goods could not wait; then the order was issued at once and is decided afterwards
 * @param dueAt by when an urgent order is to be decided, else null
 * @param decision null while it waits
 */
public record OrderRequest(
        long id,
        long sampleId,
        Kind kind,
        Sample.Addressee to,
        String reason,
        String law,
        String quantity,
        @Nullable String urgency,
        String askedBy,
        Instant askedAt,
        @Nullable Instant dueAt,
        @Nullable Decision decision) {
    public enum Kind {
        ORDER("责令下架"),
        LIFTING("解除下架");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    public record Decision(boolean approved, String by, Instant at, String words) {}

    public boolean open() {
        return decision == null;
    }

    public boolean urgent() {
        return urgency != null;
    }
}
