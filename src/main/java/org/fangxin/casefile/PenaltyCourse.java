package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What led to a penalty (PP 49–60), as far as the file holds it. Immutable.
 *
 * @param review the newest opinion of the reviewers, or null; {@code legal} whether it was 法制审核 (PP 50)
 * @param notice the newest notice to the party, or null
 * @param hearing whether a hearing was asked for and how it ended
 * @param discussed whether the leaders agreed together (PP 60)
 */
public record PenaltyCourse(
        @Nullable String review, boolean legal, @Nullable Notice notice, Hearing hearing, boolean discussed) {
    public static final PenaltyCourse NONE = new PenaltyCourse(null, false, null, Hearing.NONE, false);

    /** A hearing at the party's request. */
    public enum Hearing {
        NONE,
        ASKED,
        HELD,
        GIVEN_UP
    }

    /**
     * The notice of PP 57.
     *
     * @param hearing whether it told the right to a hearing
     * @param servedOn the day on which it was served, or null
     * @param stated whether the party has said something to it; {@code waived} whether it said that it has nothing to say
     */
    public record Notice(
            boolean hearing,
            @Nullable BigDecimal fine,
            @Nullable LocalDate servedOn,
            boolean stated,
            boolean waived) {
        public static Notice of(boolean hearing, @Nullable BigDecimal fine) {
            return new Notice(hearing, fine, null, false, false);
        }

        Notice served(LocalDate on) {
            return new Notice(hearing, fine, on, stated, waived);
        }

        Notice answered(boolean waiving) {
            return new Notice(hearing, fine, servedOn, stated || !waiving, waived || waiving);
        }
    }

    public boolean agreed() {
        return "AGREE".equals(review);
    }

    public PenaltyCourse reviewed(String opinion, boolean byLawyers) {
        return new PenaltyCourse(opinion, byLawyers, notice, hearing, discussed);
    }

    /** What was said to an earlier notice was said to that one. */
    public PenaltyCourse noticed(boolean withHearing, @Nullable BigDecimal fine) {
        return new PenaltyCourse(review, legal, Notice.of(withHearing, fine), Hearing.NONE, discussed);
    }

    public PenaltyCourse noticeServed(LocalDate on) {
        return with(Objects.requireNonNull(notice).served(on));
    }

    public PenaltyCourse answered(boolean waiving) {
        return with(Objects.requireNonNull(notice).answered(waiving));
    }

    public PenaltyCourse hearingAsked() {
        return new PenaltyCourse(review, legal, notice, Hearing.ASKED, discussed);
    }

    /** A review before a hearing is none of what was heard there (PP 50 第二款). */
    public PenaltyCourse hearingEnded(boolean held) {
        return held
                ? new PenaltyCourse(null, false, notice, Hearing.HELD, false)
                : new PenaltyCourse(review, legal, notice, Hearing.GIVEN_UP, discussed);
    }

    public PenaltyCourse discussed(boolean agreed) {
        return new PenaltyCourse(review, legal, notice, hearing, agreed);
    }

    private PenaltyCourse with(Notice next) {
        return new PenaltyCourse(review, legal, next, hearing, discussed);
    }
}
