package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Clocks;
import org.fangxin.casefile.ComplaintFacts.Green;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/** Talks with the merchant before an agency has the complaint: promises only, no statutory clock (7-27). */
final class GreenEvolution {
    private GreenEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfGreenChannel entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.RoutedToMerchant to -> {
                next.complaint = next.complaint.with(new Green(to.member(), false));
                next.clocks(clocks -> promised(clocks.start(ComplaintClocks.GREEN_TALKS, at), to.until(), at)
                        .start(ComplaintClocks.GREEN_CONTACT, at));
            }
            case Entry.MerchantResponded _ -> {
                next.complaint =
                        next.complaint.with(new Green(next.complaint.green().member(), true));
                next.clocks(clocks -> clocks.meet(ComplaintClocks.GREEN_CONTACT, at));
            }
            case Entry.ConsumerReplied _ -> {}
            case Entry.GreenSettled _ -> {
                next.stage = Stage.SETTLED_GREEN;
                next.closedAt = at;
                next.clocks(
                        clocks -> clocks.meet(ComplaintClocks.GREEN_TALKS, at).lift(ComplaintClocks.GREEN_CONTACT, at));
                next.owe("MESSAGE", "先行和解确认", PartyRole.COMPLAINANT, "", "NoticeRecorded", at);
            }
            case Entry.Escalated escalated ->
                next.clocks(clocks -> escalated.by().equals("COMPLAINANT")
                        ? clocks.lift(ComplaintClocks.GREEN_TALKS, at).lift(ComplaintClocks.GREEN_CONTACT, at)
                        : clocks.meet(ComplaintClocks.GREEN_TALKS, at).lift(ComplaintClocks.GREEN_CONTACT, at));
        }
    }

    /** A member may promise more or fewer days than the agency's rule. */
    private static Clocks promised(Clocks clocks, @Nullable LocalDate until, Instant at) {
        return until == null
                ? clocks
                : clocks.set(ComplaintClocks.GREEN_TALKS, ComplaintClocks.GREEN_TALKS, until, Dates.day(at));
    }
}
