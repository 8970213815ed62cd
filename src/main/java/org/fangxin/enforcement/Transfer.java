package org.fangxin.enforcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What left a case for another authority (Art. 42, PP 14, 17), with everything that followed. Nothing of it changes; it grows.
 *
 * @param target code of the act: POLICE_ABUSE, JUDICIARY, OTHER_DEPARTMENT or MARKET_AGENCY
 * @param toAgency code of the receiving market regulator, else null
 * @param newCaseNo the case that he opened of it, else null
 * @param pieces the list; empty until it is chosen
 * @param steps oldest first
 */
public record Transfer(
        long no,
        String caseNo,
        String agencyCode,
        String target,
        String dossierNo,
        @Nullable String receiptNo,
        @Nullable String toAgency,
        @Nullable String newCaseNo,
        String by,
        Instant at,
        List<Piece> pieces,
        List<Step> steps) {
    /** A line of the list. {@code body} holds a record in words as it was then; null for files. */
    public record Piece(
            int position,
            String pieceId,
            String title,
            Instant madeAt,
            String contentType,
            @Nullable Integer pages,
            long bytes,
            String sm3,
            byte @Nullable [] body) {}

    /** What may follow. */
    public enum Kind {
        DELIVERED,
        RECEIPT,
        ANSWER
    }

    /** What the other authority says. */
    public enum Outcome {
        ACCEPTED("受理"),
        NOT_ACCEPTED("不受理"),
        FILED("立案"),
        RETURNED("退回");

        private final String chinese;

        Outcome(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * @param id 0 before it is kept
     * @param number of the receipt or of the paper of the answer
     * @param signer who signed the receipt
     */
    public record Step(
            long id,
            Kind kind,
            LocalDate on,
            @Nullable String number,
            @Nullable String signer,
            @Nullable Outcome outcome,
            @Nullable String words,
            @Nullable String attachmentId,
            String by,
            Instant at) {}

    public boolean has(Kind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    /** Who has answered has received. */
    public boolean receiptMissing() {
        return !has(Kind.RECEIPT) && receiptNo == null && !has(Kind.ANSWER);
    }
}
