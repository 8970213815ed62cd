package org.fangxin.casefile.internal;

import java.time.Instant;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;

/** What the entries of a consultation or suggestion change: outside Order 121 (Art. 44), promises only. */
final class InquiryEvolution {
    private InquiryEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfInquiry entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.Referred referred -> next.stage = referred.considering() ? Stage.CONSIDERING : Stage.REFERRED;
            case Entry.Answered ignored -> end(next, Stage.ANSWERED, at);
            case Entry.HandedOver ignored -> end(next, Stage.REDIRECTED, at);
            case Entry.Converted converted -> {
                next.related.put(converted.newCaseNo(), "CONVERTED_TO");
                end(next, Stage.CONVERTED, at);
            }
        }
    }

    /** A consultation or suggestion came in; the head has been taken, and its promises follow as an entry. */
    static void received(CaseDraft next, Recorded recorded, Entry.Received received) {
        next.stage = Stage.RECEIVED;
    }

    /** The asker was told the right way. */
    static void redirected(CaseDraft next, Recorded recorded, Entry.Redirected redirected) {
        end(next, Stage.REDIRECTED, recorded.occurredAt());
    }

    private static void end(CaseDraft next, Stage stage, Instant at) {
        next.stage = stage;
        next.closedAt = at;
    }
}
