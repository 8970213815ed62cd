package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Clocks;
import org.fangxin.casefile.ComplaintFacts.Consent;
import org.fangxin.casefile.ComplaintFacts.Material;
import org.fangxin.casefile.Duty;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;

/** The main line of a complaint: acceptance, mediation, end, and the clocks and duties that hang on them. */
final class ComplaintEvolution {
    private static final Set<Flag> OF_MEDIATION = Set.of(
            Flag.MATERIAL_REQUESTED,
            Flag.RECUSAL_PENDING,
            Flag.RESCHEDULE_ASKED,
            Flag.APPRAISAL_RUNNING,
            Flag.ENTRUSTED);

    private ComplaintEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfComplaint entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.Accepted _ -> accepted(next, at);
            case Entry.AcceptanceNotified told -> decisionTold(next, "AcceptanceNotified", told.to(), at);
            case Entry.Refused _ -> refused(next, at);
            case Entry.RefusalNotified told -> decisionTold(next, "RefusalNotified", told.to(), at);
            case Entry.ConsentRecorded yes -> wants(next, yes.party(), Consent.YES);
            case Entry.ConsentRefused no -> wants(next, no.party(), Consent.NO);
            case Entry.MediationOpened _ -> next.stage = Stage.MEDIATING;
            case Entry.RespondentCleared _ -> {}
            case Entry.MediationScheduled planned -> MediationEvolution.scheduled(next, planned, at);
            case Entry.MediationRescheduled moved -> MediationEvolution.rescheduled(next, moved, at);
            case Entry.RescheduleAsked _ -> next.flags.add(Flag.RESCHEDULE_ASKED);
            case Entry.MediationHeld held -> MediationEvolution.held(next, held, at);
            case Entry.MediationMaterialReceived _ -> {}
            case Entry.MediationTranscribed _ -> {}
            case Entry.AgreementReached agreement -> agreed(next, agreement, at);
            case Entry.SelfSettled _ -> {}
            case Entry.MediationLetterIssued _ -> {
                next.complaint = next.complaint.with(next.complaint.course().issued());
                next.duties = next.duties.dischargeAll("MediationLetterIssued", at);
            }
            case Entry.PerformanceRecorded done -> MediationEvolution.performed(next, done, at);
            case Entry.PerformanceReminded due -> MediationEvolution.reminded(next, due, at);
            case Entry.MediationTerminated end -> terminated(next, end, at);
            case Entry.TerminationNotified told -> terminationTold(next, told, at);
            case Entry.Withdrawn _ -> withdrawn(next, at);
            case Entry.DemandsChanged _ -> demandsChanged(next, at);
            case Entry.DecisionRevoked revoked -> revoked(next, revoked, at);
        }
    }

    /** A complaint came in, for the first time or at another agency; the head has been taken. */
    static void received(CaseDraft next, Recorded recorded, Entry.Received received) {
        if (received.greenChannel()) {
            next.stage = Stage.GREEN_CHANNEL;
            return;
        }
        if (next.stage == Stage.GREEN_CHANNEL) {
            next.stage = Stage.RECEIVED;
            next.law = received.law();
        }
        if (next.stage == Stage.RECEIVED) {
            next.clocks(clocks -> clocks.restart(ComplaintClocks.accept(next.law), received.receivedAt()));
        }
    }

    private static void accepted(CaseDraft next, Instant at) {
        next.stage = Stage.ACCEPTED;
        next.complaint = next.complaint.with(next.complaint.course().accepted(at));
        next.flags.remove(Flag.MATERIAL_REQUESTED);
        RoutingEvolution.questionMoot(next, at);
        for (String rule : ComplaintClocks.mediate(next.law, at)) {
            next.clocks(clocks -> clocks.start(rule, at));
        }
        String article = Citation.deciding(next.law);
        next.owe("F5", "投诉受理决定书", PartyRole.COMPLAINANT, article, "AcceptanceNotified", at);
    }

    private static void refused(CaseDraft next, Instant at) {
        leaveMediation(next, at);
        next.stage = Stage.REFUSED;
        next.complaint = next.complaint.with(next.complaint.course().decided(at));
        String article = Citation.tellingReasons(next.law);
        next.owe("F6", "投诉不予受理决定书", PartyRole.COMPLAINANT, article, "RefusalNotified", at);
    }

    /** ACC is met by the decision and the telling together (Art. 15). */
    private static void decisionTold(CaseDraft next, String meaning, PartyRole to, Instant at) {
        if (next.duties.open(meaning, to).isEmpty()) {
            return;
        }
        next.duties = next.duties.discharge(meaning, to, at);
        next.flags.remove(Flag.NOTICE_FAILED);
        next.clocks(clocks -> clocks.meet(ComplaintClocks.accept(next.law), at));
        if (next.stage == Stage.REFUSED) {
            next.closedAt = at;
        }
    }

    /** A notice did not arrive: what it had met is owed again (7-5), unless its decision was revoked meanwhile. */
    static boolean noticeFailed(CaseDraft next, Duty duty) {
        if (duty.meaning().equals("NoticeRecorded") || duty.meaning().equals("MediationLetterIssued")) {
            return true;
        }
        var course = next.complaint.course();
        boolean acceptance = duty.meaning().equals("AcceptanceNotified");
        boolean stands = duty.bornAt().equals(acceptance ? course.acceptedAt() : course.decidedAt());
        if (stands && duty.dischargedAt() != null) {
            String rule = duty.meaning().equals("TerminationNotified")
                    ? ComplaintClocks.notifyTermination(next.law)
                    : ComplaintClocks.accept(next.law);
            next.clocks(clocks -> clocks.reopen(rule));
            next.closedAt = acceptance ? next.closedAt : null;
        }
        return stands;
    }

    /** The complainant was asked for material; a check of identity goes out on the State's form. */
    static void materialRequested(CaseDraft next, Entry.MaterialRequested asked, Instant at) {
        Material before = next.complaint.material();
        Set<String> items = Set.copyOf(asked.items());
        Set<String> ever = new HashSet<>(before.everRequested());
        ever.addAll(items);
        next.complaint = next.complaint.with(new Material(items, asked.until(), ever, before.identity()));
        // the forms of 2019 have none for this
        boolean identity = items.contains("IDENTITY") && !Citation.old(next.law);
        next.owe(
                identity ? "F4" : "MESSAGE",
                identity ? "限期提供身份证明材料通知书" : "补充材料通知",
                PartyRole.COMPLAINANT,
                identity ? Citation.identity(next.law) : Citation.material(next.law),
                "NoticeRecorded",
                at);
    }

    private static void wants(CaseDraft next, PartyRole side, Consent answer) {
        next.complaint = next.complaint.with(next.complaint.mediation().wants(side, answer));
    }

    private static void agreed(CaseDraft next, Entry.AgreementReached agreement, Instant at) {
        leaveMediation(next, at);
        next.stage = Stage.AGREED;
        next.closedAt = at;
        next.complaint = next.complaint.with(next.complaint.course().agreed(at, agreement.letter()));
        next.complaint = next.complaint.with(MediationEvolution.points(agreement));
        if (agreement.letter().equals("MADE")) {
            String article = Citation.letter(next.law);
            next.owe("F9", "投诉调解书", PartyRole.COMPLAINANT, article, "MediationLetterIssued", at);
            next.owe("F9", "投诉调解书", PartyRole.RESPONDENT, article, "MediationLetterIssued", at);
        }
    }

    private static void terminated(CaseDraft next, Entry.MediationTerminated end, Instant at) {
        leaveMediation(next, at);
        next.stage = Stage.TERMINATED;
        next.complaint = next.complaint.with(next.complaint.course().terminated(at, end.ground(), end.sub()));
        next.clocks(clocks -> clocks.start(ComplaintClocks.notifyTermination(next.law), at));
        String article = Citation.tellingTermination(next.law);
        next.owe("F8", "投诉终止调解决定书", PartyRole.COMPLAINANT, article, "TerminationNotified", at);
        next.owe("F8", "投诉终止调解决定书", PartyRole.RESPONDENT, article, "TerminationNotified", at);
    }

    private static void terminationTold(CaseDraft next, Entry.TerminationNotified told, Instant at) {
        if (next.stage != Stage.TERMINATED) {
            return;
        }
        next.duties = next.duties.discharge("TerminationNotified", told.to(), at);
        boolean both = next.duties.open().stream().noneMatch(d -> d.meaning().equals("TerminationNotified"));
        if (both) {
            next.flags.remove(Flag.NOTICE_FAILED);
            next.clocks(clocks -> clocks.meet(ComplaintClocks.notifyTermination(next.law), at));
            next.closedAt = at;
        }
    }

    /** Before acceptance it ends the case; after it, {@link Entry.MediationTerminated} follows and does (7-23). */
    private static void withdrawn(CaseDraft next, Instant at) {
        if (next.stage != Stage.GREEN_CHANNEL && next.stage != Stage.RECEIVED) {
            return;
        }
        leaveMediation(next, at);
        next.stage = Stage.WITHDRAWN;
        next.closedAt = at;
        next.complaint = next.complaint.with(next.complaint.course().decided(at));
        next.clocks(clocks -> clocks.liftAll(at));
        next.owe("MESSAGE", "撤回确认", PartyRole.COMPLAINANT, "", "NoticeRecorded", at);
    }

    private static void demandsChanged(CaseDraft next, Instant at) {
        next.complaint = next.complaint.with(
                next.complaint.joint().consenting("DEMANDS", Set.of()).consenting("WAIVER", Set.of()));
        if (next.stage == Stage.MEDIATING) {
            next.owe("MESSAGE", "投诉请求变更告知", PartyRole.RESPONDENT, "", "NoticeRecorded", at);
        }
    }

    /** ACC or MED starts anew from the paper's date, or runs to the day that the paper sets (7-25). */
    private static void revoked(CaseDraft next, Entry.DecisionRevoked revoked, Instant at) {
        Instant from = revoked.paperOn().atStartOfDay(Fields.ZONE).toInstant();
        boolean refusal = revoked.decision().equals("Refused");
        next.complaint = next.complaint.with(next.complaint.course().revoked());
        next.closedAt = null;
        next.owe("MESSAGE", "撤销决定告知", PartyRole.COMPLAINANT, "", "NoticeRecorded", at);
        if (refusal) {
            next.stage = Stage.RECEIVED;
            next.duties = next.duties.dischargeAll("RefusalNotified", at);
            next.clocks(clocks -> clocks.restart(ComplaintClocks.accept(next.law), from));
            return;
        }
        next.stage = Stage.ACCEPTED;
        next.duties = next.duties.dischargeAll("TerminationNotified", at);
        next.owe("MESSAGE", "撤销决定告知", PartyRole.RESPONDENT, "", "NoticeRecorded", at);
        next.clocks(clocks -> clocks.lift(ComplaintClocks.notifyTermination(next.law), at));
        LocalDate until = revoked.until();
        for (String rule : ComplaintClocks.mediate(next.law, from)) {
            Clocks anew = next.clocks.start(rule, from);
            next.clocks = until == null ? anew : anew.set(rule, rule, until, revoked.paperOn());
        }
    }

    /** Whatever ran beside the stage ends with it; MED is met by any end after acceptance. */
    private static void leaveMediation(CaseDraft next, Instant at) {
        next.flags.removeAll(OF_MEDIATION);
        next.complaint =
                next.complaint.with(next.complaint.mediation().asking(Set.of()).entrusted(null, null));
        next.complaint = next.complaint.with(next.complaint.appraisal().over());
        RoutingEvolution.questionMoot(next, at);
        for (String rule : ComplaintClocks.mediation(next.law)) {
            next.clocks(clocks -> clocks.meet(rule, at));
        }
    }
}
