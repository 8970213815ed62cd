package org.fangxin.intake;

import java.time.Instant;
import java.util.Set;
import org.fangxin.casefile.ReporterMatch.KnownBy;
import org.fangxin.casefile.Stage;
import org.jspecify.annotations.Nullable;

/**
 * An earlier report of the same reporter, as far as the asking officer sees it (Art. 35). Who reported is not in it.
 *
 * @param knownBy how it is known that the reporter is the same; never empty
 * @param sameRespondent by what the business is the same; null when it is not known to be
 * @param likeness how alike the two stories are, in percent
 */
public record EarlierReport(
        String caseNo,
        Instant receivedAt,
        Stage stage,
        String agencyCode,
        String merchantName,
        String content,
        Set<KnownBy> knownBy,
        @Nullable SameRespondent sameRespondent,
        int likeness) {
    /** By what the business of two reports is the same. */
    public enum SameRespondent {
        /** The same unified social credit code. */
        CODE,
        /** The same name, whatever its writing. */
        NAME,
        /** The later report was added to the earlier one by its reporter. */
        ADDED
    }

    /** Whether new facts can still be merged into it: it is received or being verified. */
    public boolean open() {
        return stage == Stage.RECEIVED || stage == Stage.VERIFYING;
    }
}
