package org.fangxin.casefile.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Agreement;
import org.fangxin.casefile.Agreement.Point;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.ComplaintFacts.Session;
import org.fangxin.casefile.Duty;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;

/** Sessions of mediation (Art. 20), and what becomes of an agreement point by point (Art. 24, 25). */
final class MediationEvolution {
    private static final String FORM = "F7";

    private MediationEvolution() {}

    static void scheduled(CaseDraft next, Entry.MediationScheduled planned, Instant at) {
        next.complaint = next.complaint.with(
                next.complaint.mediation().planned(new Session(planned.at(), planned.mode(), Set.of())));
        next.mediators.addAll(planned.mediators());
        tell(next, planned.mode(), at);
    }

    /** The notice of the old time is no longer owed; the new one is. */
    static void rescheduled(CaseDraft next, Entry.MediationRescheduled moved, Instant at) {
        next.complaint =
                next.complaint.with(next.complaint.mediation().moved(new Session(moved.at(), moved.mode(), Set.of())));
        next.mediators.addAll(moved.mediators());
        next.flags.remove(Flag.RESCHEDULE_ASKED);
        for (Duty open : next.duties.open()) {
            if (open.form().equals(FORM)) {
                next.duties = next.duties.discharge(open.id(), at);
            }
        }
        tell(next, moved.mode(), at);
    }

    private static void tell(CaseDraft next, String mode, Instant at) {
        if (mode.equals("ON_SITE")) {
            String article = Citation.tellingSession(next.law);
            next.owe(FORM, "投诉调解通知书", PartyRole.COMPLAINANT, article, "NoticeRecorded", at);
            next.owe(FORM, "投诉调解通知书", PartyRole.RESPONDENT, article, "NoticeRecorded", at);
        }
    }

    static void held(CaseDraft next, Entry.MediationHeld held, Instant at) {
        Session session = new Session(at, held.mode(), Set.copyOf(held.absent()));
        next.complaint = next.complaint.with(next.complaint.mediation().held(session));
        next.mediators.addAll(held.mediators());
        next.flags.remove(Flag.RESCHEDULE_ASKED);
    }

    /** An agreement recorded as a whole is followed up as one point that the respondent owes. */
    static Agreement points(Entry.AgreementReached agreement) {
        List<Entry.Item> items = agreement.items().isEmpty()
                ? List.of(new Entry.Item("1", PartyRole.RESPONDENT, agreement.amount(), agreement.performBy()))
                : agreement.items();
        String result = agreement.letter().equals("PERFORMED_AT_ONCE") ? "PERFORMED" : null;
        return new Agreement(items.stream()
                .map(item -> new Point(item.id(), item.who(), item.by(), result, false, false))
                .toList());
    }

    static void performed(CaseDraft next, Entry.PerformanceRecorded done, Instant at) {
        Agreement before = next.complaint.agreement();
        Agreement after = before.changed(done.item(), point -> point.ended(done.result()));
        next.complaint = next.complaint.with(after);
        flags(next, after);
        if (done.result().equals("NOT")) {
            next.owe("MESSAGE", "其他解决途径告知", PartyRole.COMPLAINANT, "第二十五条", "NoticeRecorded", at);
        }
    }

    /** Whoever owes it is reminded once; past the day, the person in charge sees it marked. */
    static void reminded(CaseDraft next, Entry.PerformanceReminded due, Instant at) {
        Agreement after = next.complaint.agreement().changed(due.item(), point -> point.reminded(due.overdue()));
        next.complaint = next.complaint.with(after);
        flags(next, after);
        String title = due.overdue() ? "逾期履行提醒" : "履行提醒";
        next.owe("MESSAGE", title, due.who(), Citation.letter(next.law), "NoticeRecorded", at);
    }

    private static void flags(CaseDraft next, Agreement agreement) {
        mark(next, Flag.PERFORMANCE_OVERDUE, agreement.points().stream().anyMatch(p -> p.overdue() && !p.performed()));
        mark(
                next,
                Flag.PERFORMANCE_DUE,
                agreement.points().stream().anyMatch(p -> p.reminded() && !p.overdue() && !p.performed()));
    }

    private static void mark(CaseDraft next, Flag flag, boolean on) {
        if (on) {
            next.flags.add(flag);
        } else {
            next.flags.remove(flag);
        }
    }
}
