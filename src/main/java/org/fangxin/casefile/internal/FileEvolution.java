package org.fangxin.casefile.internal;

import java.time.Instant;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Clocks;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;

/** What every kind of case has in common: its beginning, notices, links and its end. */
final class FileEvolution {
    private FileEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfFile entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.Received received -> received(next, recorded, received);
            case Entry.KindsConfirmed ignored -> {}
            case Entry.SubmissionSplit split -> next.related.put(split.newCaseNo(), "SPLIT");
            case Entry.Reclassified to -> {
                next.related.put(to.newCaseNo(), "RECLASSIFIED");
                end(next, Stage.RECLASSIFIED, at);
            }
            case Entry.Redirected redirected -> {
                if (next.kind == Kind.CONSULTATION || next.kind == Kind.SUGGESTION) {
                    InquiryEvolution.redirected(next, recorded, redirected);
                }
            }
            case Entry.MaterialRequested ignored -> next.flags.add(Flag.MATERIAL_REQUESTED);
            case Entry.MaterialSupplied ignored -> next.flags.remove(Flag.MATERIAL_REQUESTED);
            case Entry.IdentityChecked ignored -> {}
            case Entry.NoticeRecorded told -> next.duties = next.duties.discharge(told.dutyId(), at);
            case Entry.NoticeFailed failed -> {
                next.duties = next.duties.reopen(failed.dutyId());
                next.flags.add(Flag.NOTICE_FAILED);
            }
            case Entry.FollowedUp ignored -> {}
            case Entry.Corrected ignored -> {}
            case Entry.Archived ignored -> {
                next.stage = Stage.ARCHIVED;
                next.clocks(clocks -> clocks.liftAll(at));
            }
            case Entry.Transferred transferred -> {
                if (next.kind == Kind.REPORT) {
                    ReportEvolution.transferred(next, recorded, transferred);
                }
            }
            case Entry.AbuseFlagged ignored -> next.flags.add(Flag.ABUSE_SUSPECTED);
            case Entry.AbuseCleared ignored -> next.flags.remove(Flag.ABUSE_SUSPECTED);
            case Entry.DuplicateLinked other -> next.related.put(other.otherCaseNo(), "DUPLICATE");
            case Entry.DuplicateMerged into -> {
                next.related.put(into.intoCaseNo(), "MERGED_INTO");
                end(next, Stage.MERGED, at);
            }
            case Entry.ClueFound clue -> {
                next.related.put(clue.newCaseNo(), "CLUE");
                next.flags.add(Flag.CLUE_LINKED);
            }
            case Entry.Unmasked ignored -> {}
            case Entry.DeadlineRecounted ignored -> {}
        }
    }

    private static void received(CaseDraft next, Recorded recorded, Entry.Received received) {
        next.agency = received.agency();
        next.receivedAt = received.receivedAt();
        received.parties().forEach(party -> next.parties.put(party.id(), party.role()));
        received.flags().forEach(flag -> next.flags.add(Flag.valueOf(flag)));
        if (received.related() != null) {
            next.related.put(received.related(), received.source());
        }
        if (recorded.seq() > 1 && !received.source().equals("ESCALATED")) {
            RoutingEvolution.arrived(next, received);
        }
        switch (next.kind) {
            case COMPLAINT -> ComplaintEvolution.received(next, recorded, received);
            case REPORT -> ReportEvolution.received(next, recorded, received);
            case CONSULTATION, SUGGESTION -> InquiryEvolution.received(next, recorded, received);
        }
    }

    private static void end(CaseDraft next, Stage stage, Instant at) {
        next.stage = stage;
        next.closedAt = at;
        next.clocks = liftAll(next.clocks, at);
    }

    private static Clocks liftAll(Clocks clocks, Instant at) {
        return clocks.liftAll(at);
    }
}
