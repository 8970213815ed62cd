package org.fangxin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case's journal as it stands, for the archive: entries, the texts of their acts, and the chain that binds them. */
public interface CaseJournal {
    /**
     * @param data the entry's own JSON
     * @param texts the act's free texts by field, at its first entry
     * @param textsDigest SM3 that binds the texts
     * @param actedFor the absent person whose substitute the actor was; null when he acted in his own right
     * @param link keyed link to the entry before
     */
    record Line(
            long seq,
            String act,
            String type,
            String data,
            Map<String, String> texts,
            String textsDigest,
            String actor,
            @Nullable String actedFor,
            Instant occurredAt,
            Instant recordedAt,
            String link) {}

    /** Oldest first, within the thread's scope; links to cases out of sight are left out, as on the case's page. */
    List<Line> of(String caseNo);
}
