package org.fangxin.greenchannel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing said between consumer and merchant.
 *
 * @param no from 1, without gaps
 * @param personId who of the merchant said it; null for the consumer
 * @param digest SM3 of the words as they are kept; stands in the case's journal
 * @param files ids of the files given with it
 */
public record Line(
        int no,
        Author author,
        @Nullable String personId,
        Kind kind,
        Words words,
        String digest,
        List<String> files,
        Instant at) {
    public enum Author {
        CONSUMER,
        MERCHANT
    }

    /** ESCALATED and DECLINED are last words: of the consumer who goes to the agency, of the merchant who cannot agree. */
    public enum Kind {
        MESSAGE,
        PROPOSAL,
        ACCEPTED,
        DECLINED,
        ESCALATED
    }

    /** What the merchant offers to do. */
    public enum Remedy {
        REFUND("退款"),
        EXCHANGE("换货"),
        REPAIR("修理"),
        REDO("重做"),
        RETURN("退货"),
        COMPENSATION("赔偿"),
        OTHER("其他");

        private final String chinese;

        Remedy(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * An offer.
     *
     * @param amount yuan, or null
     * @param by until when the merchant will have done it, or null
     */
    public record Proposal(
            Remedy remedy,
            @Nullable BigDecimal amount,
            @Nullable LocalDate by) {}

    /**
     * The words, sealed as a whole.
     *
     * @param salt random, so that nobody finds a short answer by its digest
     * @param proposal of a PROPOSAL
     * @param accepts of an ACCEPTED the number of the proposal
     * @param fileDigests SM3 of the files given with it, in their order
     */
    public record Words(
            String salt,
            String text,
            @Nullable Proposal proposal,
            @Nullable Integer accepts,
            List<String> fileDigests) {}

    public Line {
        files = List.copyOf(files);
    }
}
