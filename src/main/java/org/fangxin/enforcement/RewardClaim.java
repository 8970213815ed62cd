package org.fangxin.enforcement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reward on its way, without anything of who gets it.
 *
 * @param byReporter applied for by the reporter; otherwise the agency thought of it
 * @param base fine and forfeiture that it was computed from
 * @param expiresOn last day on which it is paid; null until granted
 * @param coded whether a payout code was given out
 * @param wrong wrong codes so far
 */
public record RewardClaim(
        String claimNo,
        String caseNo,
        String agencyCode,
        State state,
        boolean byReporter,
        Instant openedAt,
        @Nullable Integer grade,
        @Nullable String reasons,
        @Nullable BigDecimal base,
        @Nullable BigDecimal amount,
        @Nullable String gradedBy,
        @Nullable String firstBy,
        @Nullable String secondBy,
        @Nullable LocalDate expiresOn,
        boolean coded,
        int wrong) {
    /** Wrong codes after which nothing is paid until a leader gives a new one. */
    public static final int MOST_WRONG = 5;

    /** Where it stands. */
    public enum State {
        APPLIED("已申请"),
        GRADED("待批准"),
        FIRST_APPROVED("待第二人批准"),
        GRANTED("待领取"),
        PAID("已发放"),
        LAPSED("逾期未领"),
        REFUSED("不予奖励");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    public boolean locked() {
        return wrong >= MOST_WRONG;
    }
}
