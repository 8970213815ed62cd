package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.ComplaintFacts.Material;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;

/** What every kind of case has in common: its beginning, notices, links and its end. */
final class FileEvolution {
    /** Rules that count from receipt. */
    private static final Set<String> RECEIPT_RULES = Set.of(
            "order121.complaint.accept",
            "order20.complaint.accept",
            "penalty.report.verify",
            "adlaw.report.handle",
            "foodlaw.reply",
            "promise.timely.accept",
            "promise.timely.distribute",
            "promise.consultation.answer",
            "promise.suggestion.answer");

    private FileEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfFile entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.Received received -> received(next, recorded, received);
            case Entry.KindsConfirmed _ -> {}
            case Entry.SubmissionSplit split -> next.related.put(split.newCaseNo(), "SPLIT");
            case Entry.Reclassified to -> {
                next.related.put(to.newCaseNo(), "RECLASSIFIED");
                end(next, Stage.RECLASSIFIED, at);
                next.duties = next.duties.lift(at);
            }
            case Entry.Redirected redirected -> {
                if (next.kind == Kind.CONSULTATION || next.kind == Kind.SUGGESTION) {
                    InquiryEvolution.redirected(next, recorded, redirected);
                }
            }
            case Entry.MaterialRequested asked -> materialRequested(next, asked, at);
            case Entry.MaterialSupplied supplied -> materialSupplied(next, supplied);
            case Entry.IdentityChecked checked ->
                next.complaint = next.complaint.with(next.complaint.material().checked(checked.result()));
            case Entry.NoticeRecorded told -> {
                next.duties = next.duties.discharge(told.dutyId(), at);
                next.flags.remove(Flag.NOTICE_FAILED);
            }
            case Entry.NoticeFailed failed -> noticeFailed(next, failed);
            case Entry.FollowedUp _ -> {}
            case Entry.Noted _ -> {}
            case Entry.DocumentIssued _ -> {}
            case Entry.Corrected corrected -> corrected(next, corrected);
            case Entry.Archived _ -> {
                next.endedAs = next.stage;
                next.stage = Stage.ARCHIVED;
                next.clocks(clocks -> clocks.liftAll(at));
            }
            case Entry.Disposed _ -> next.flags.add(Flag.DISPOSED);
            case Entry.Transferred transferred -> {
                if (next.kind == Kind.REPORT) {
                    ReportEvolution.transferred(next, recorded, transferred);
                }
            }
            case Entry.AbuseFlagged _ -> next.flags.add(Flag.ABUSE_SUSPECTED);
            case Entry.AbuseCleared _ -> next.flags.remove(Flag.ABUSE_SUSPECTED);
            // a mere link says less than that one was merged into the other
            case Entry.DuplicateLinked other -> next.related.putIfAbsent(other.otherCaseNo(), "DUPLICATE");
            case Entry.DuplicateMerged into -> {
                next.related.put(into.intoCaseNo(), "MERGED_INTO");
                end(next, Stage.MERGED, at);
            }
            case Entry.DuplicateUnmerged other -> unmerged(next, other);
            case Entry.JointMerged into -> {
                next.related.put(into.intoCaseNo(), "MERGED_INTO");
                end(next, Stage.MERGED, at);
            }
            case Entry.ClueFound clue -> {
                next.related.put(clue.newCaseNo(), "CLUE");
                next.flags.add(Flag.CLUE_LINKED);
            }
            case Entry.Unmasked _ -> {}
            case Entry.DeadlineRecounted _ -> {}
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

    private static void materialRequested(CaseDraft next, Entry.MaterialRequested asked, Instant at) {
        next.flags.add(Flag.MATERIAL_REQUESTED);
        if (next.kind == Kind.COMPLAINT) {
            ComplaintEvolution.materialRequested(next, asked, at);
        } else {
            next.owe("MESSAGE", "补充线索通知", PartyRole.REPORTER, "第二十八条", "NoticeRecorded", at);
        }
    }

    /** Nothing named counts as everything asked for. */
    private static void materialSupplied(CaseDraft next, Entry.MaterialSupplied supplied) {
        Material before = next.complaint.material();
        Set<String> left = new HashSet<>(before.requested());
        supplied.items().forEach(left::remove);
        if (supplied.items().isEmpty() || left.isEmpty()) {
            left.clear();
            next.flags.remove(Flag.MATERIAL_REQUESTED);
        }
        next.complaint =
                next.complaint.with(new Material(left, before.until(), before.everRequested(), before.identity()));
    }

    private static void noticeFailed(CaseDraft next, Entry.NoticeFailed failed) {
        boolean owed = next.duties
                .find(failed.dutyId())
                .map(duty -> next.kind != Kind.COMPLAINT || ComplaintEvolution.noticeFailed(next, duty))
                .orElse(false);
        if (owed) {
            next.duties = next.duties.reopen(failed.dutyId());
            next.flags.add(Flag.NOTICE_FAILED);
        }
    }

    /** A corrected day of receipt moves the clocks that count from it; all else is told beside the journal. */
    private static void corrected(CaseDraft next, Entry.Corrected corrected) {
        if (!corrected.field().equals("RECEIVED_ON") || corrected.value() == null) {
            return;
        }
        Instant before = next.receivedAt;
        Instant start =
                LocalDate.parse(corrected.value()).atStartOfDay(Fields.ZONE).toInstant();
        next.receivedAt = start;
        next.clocks = next.clocks.recountFrom(before, start, RECEIPT_RULES);
    }

    /** The case that was merged goes on where it stood; in the other one the link stays. */
    private static void unmerged(CaseDraft next, Entry.DuplicateUnmerged other) {
        boolean mine = "MERGED_INTO".equals(next.related.put(other.otherCaseNo(), "DUPLICATE"));
        Instant merged = next.closedAt;
        if (mine && merged != null) {
            next.stage = Stage.RECEIVED;
            next.closedAt = null;
            next.clocks(clocks -> clocks.reopenLifted(merged, RECEIPT_RULES));
        }
    }

    private static void end(CaseDraft next, Stage stage, Instant at) {
        next.stage = stage;
        next.closedAt = at;
        next.flags.remove(Flag.MATERIAL_REQUESTED);
        RoutingEvolution.questionMoot(next, at);
        next.clocks(clocks -> clocks.liftAll(at));
    }
}
