package org.fangxin.enforcement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The penalty file of a filed report (PP 19, 64, 77).
 *
 * @param cause code of the kind of breach, as given at the filing
 * @param extensions 0, 1 (thirty days) or 2 (the leaders' collective set the day)
 * @param endedOn the decision, or the end of the investigation without one
 * @param outcome PENALTY, NO_PENALTY_BY_LAW, NOT_ESTABLISHED, TO_OTHER_DEPARTMENT, TO_JUDICIARY, TERMINATED, TRANSFERRED
 * @param servedOn the day on which the decision counts as served (PP 82)
 * @param changed CHANGED, REVOKED, UNLAWFUL or VOID where the decision is no longer what it was (PP 63), from {@code changedOn}
 * @param origins complaints in which its clue was found, as far as the reader may see them
 * @param note what was written into it last, or null
 * @param publications oldest first
 */
public record PenaltyFile(
        String caseNo,
        String agency,
        int year,
        int serial,
        LocalDate filedOn,
        @Nullable String cause,
        List<String> officers,
        int extensions,
        @Nullable LocalDate endedOn,
        @Nullable String outcome,
        @Nullable String decisionNo,
        @Nullable BigDecimal fine,
        @Nullable BigDecimal forfeiture,
        @Nullable BigDecimal returned,
        @Nullable LocalDate performedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate servedOn,
        @Nullable String changed,
        @Nullable LocalDate changedOn,
        List<String> origins,
        @Nullable Note note,
        List<Publication> publications) {
    /** @param bureauNo the bureau's own case number; external*: the case system that holds it, and its number there */
    public record Note(
            @Nullable String bureauNo,
            @Nullable String violated,
            @Nullable String applied,
            @Nullable String externalSystem,
            @Nullable String externalNo,
            String by,
            Instant at) {}

    /** @param withdrawn whether this line takes the publication back (PP 63(2)) */
    public record Publication(
            boolean withdrawn,
            LocalDate on,
            String place,
            @Nullable String reason,
            String by,
            Instant at) {}

    /** Whether the decision stands published now. */
    public boolean published() {
        return !publications.isEmpty() && !publications.getLast().withdrawn();
    }
}
