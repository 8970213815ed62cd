package org.fangxin.staffing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away, and somebody stands in.
 *
 * @param agency the absent person's agency
 * @param reason in his own words, for whoever decides; null for none
 * @param startsAt from this moment on the substitute acts for him, once it is approved
 * @param endsAt from this moment on no longer
 * @param words what the head wrote with his decision; null for nothing
 */
public record Absence(
        long id,
        String agency,
        String personId,
        String substituteId,
        Kind kind,
        @Nullable String reason,
        Instant startsAt,
        Instant endsAt,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String words) {
    /** What kind of leave. */
    public enum Kind {
        ANNUAL,
        SICK,
        MISSION,
        TRAINING,
        OTHER
    }

    /** Asked; approved or refused by a head; taken back before it began. */
    public enum State {
        ASKED,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** Whether the substitute stands in at this moment. */
    public boolean runs(Instant now) {
        return state == State.APPROVED && !startsAt.isAfter(now) && endsAt.isAfter(now);
    }
}
