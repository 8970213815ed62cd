package org.fangxin.greenchannel;

import java.time.Instant;
import java.util.List;
import org.fangxin.intake.GreenMembers.Matter;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;

/**
 * The whole of what passed between consumer and merchant: goes with the complaint to the agency, into the file and the
 * archive.
 *
 * @param state OPEN, SETTLED, ESCALATED, WITHDRAWN
 * @param endedBy COMPLAINANT, MERCHANT_DECLINED, PROMISE_MISSED of what was passed on, else null
 * @param deadlines the merchant's promises, never a statute's
 * @param consent to which words, null where an officer recorded the consent by hand
 * @param lines oldest first
 */
public record Talk(
        String caseNo,
        String memberId,
        String memberName,
        String state,
        @Nullable String endedBy,
        Instant routedAt,
        @Nullable Instant endedAt,
        List<DeadlineView> deadlines,
        @Nullable Consent consent,
        Matter matter,
        List<Line> lines) {
    /** @param means WEB, PHONE, WINDOW, LETTER */
    public record Consent(String textVersion, String means, Instant givenAt) {}

    public Talk {
        deadlines = List.copyOf(deadlines);
        lines = List.copyOf(lines);
    }
}
