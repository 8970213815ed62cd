package org.fangxin.intake.internal.bulk;

import java.time.LocalDate;
import org.fangxin.intake.Submission;
import org.jspecify.annotations.Nullable;

/** What a row turned out to be. */
public sealed interface RowReading {
    int line();

    /**
     * A row that can land.
     *
     * @param externalNo the number it has elsewhere, or empty
     * @param receivedOn the day from which dates count, or null for the day of the import
     * @param lacking what a complaint would need and the row does not have; it lands, to be completed
     * @param note what was taken differently from how it stands, or empty
     */
    record Good(
            int line,
            String externalNo,
            Submission submission,
            @Nullable LocalDate receivedOn,
            java.util.List<String> lacking,
            String note)
            implements RowReading {}

    /** A row that cannot land, with the column, what stands there, and what to do. */
    record Bad(int line, String column, String original, String problem, String howToFix) implements RowReading {}
}
