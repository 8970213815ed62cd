package org.fangxin.casefile;

import java.time.Instant;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the journal holds it.
 *
 * @param seq number within the case, from 1
 * @param occurredAt when it took place: clocks count from here
 * @param recordedAt when it was written
 * @param actorId who did it, the natural person
 * @param actedFor the absent person whose substitute he was; null when he acted in his own right
 */
public record Recorded(
        long seq,
        Instant occurredAt,
        Instant recordedAt,
        String actorId,
        @Nullable String actedFor,
        Entry entry) {
    /** A signature as papers have it: a substitute's beside the name of the absent person. */
    public static String signed(String name, @Nullable String absentName) {
        return absentName == null ? name : name + " 代 " + absentName;
    }

    /** In his own right. */
    public Recorded(long seq, Instant occurredAt, Instant recordedAt, String actorId, Entry entry) {
        this(seq, occurredAt, recordedAt, actorId, null, entry);
    }
}
