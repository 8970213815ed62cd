package org.fangxin.casefile.internal;

import java.time.Instant;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** What field work changes; its promises are met by {@link Promises}. */
final class FieldEvolution {
    private FieldEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfField entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.TeamDispatched ignored -> {}
            case Entry.ArrivedOnSite ignored -> {}
            case Entry.LeftSite ignored -> {}
            case Entry.PartyContacted ignored -> {}
            case Entry.FeedbackGiven ignored -> {}
            case Entry.FoodRiskFlagged ignored -> next.flags.add(Flag.FOOD_RISK);
            case Entry.DangerFlagged ignored -> next.flags.add(Flag.DANGER);
            case Entry.OffShelfRecorded ignored -> {}
            case Entry.OffShelfLifted ignored -> {}
            case Entry.PromisesMade made -> Promises.begin(next, made.rules(), made.from(), at);
        }
    }
}
