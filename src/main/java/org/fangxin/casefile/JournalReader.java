package org.fangxin.casefile;

import java.util.List;
import org.fangxin.casefile.entry.Entry;

/**
 * Hears the journal by cursor. Entries come in batches, in order within a case; what a reader writes commits together
 * with its position, so that each entry takes effect once, however often the process dies. A bean of any room above.
 */
public interface JournalReader {
    /**
     * An entry as readers hear it.
     *
     * @param recordedAt when it was written; {@code occurredAt} when it took place, earlier when a paper says so
     * @param actId the same for all entries of one act
     */
    record Heard(
            long seq,
            String caseNo,
            long caseSeq,
            java.time.Instant recordedAt,
            java.time.Instant occurredAt,
            String actorId,
            Entry entry,
            String actId) {}

    /** Stable; names its position. */
    String name();

    /** Runs inside the transaction that moves the position, under the program's own scope. Writes only its own tables. */
    void take(List<Heard> batch);

    /** Empties what it wrote, before it hears everything again ({@code ./fangxin rebuild NAME}). */
    void forget();
}
