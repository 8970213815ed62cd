package org.fangxin.casefile.internal;

import java.time.Instant;
import java.util.Set;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Duty;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/**
 * What other laws than Order 121 attach to a complaint or report by its topics: telling on advertising (广告法 53), food
 * (食品安全法 115), unfair competition (反不正当竞争法 20), and under Order 20 telling a real-name reporter of the filing
 * decision (Art. 31). Laws that only say 及时 make a duty without a clock.
 */
final class SpecialLaws {
    /** 广告法 53: seven working days from receipt. */
    static final String ADVERTISING = "adlaw.report.handle";

    /** Order 20 Art. 31(2): five working days from the decision. */
    static final String TELL_REPORTER = "order20.report.tell-reporter";

    private static final String F10 = "举报处理结果告知书";

    private SpecialLaws() {}

    /** After the entry has been taken by its own procedure. */
    static void after(CaseDraft next, Recorded recorded) {
        Instant at = recorded.occurredAt();
        switch (recorded.entry()) {
            case Entry.Received received
            when recorded.seq() == 1 -> {
                if (next.kind == Kind.COMPLAINT) {
                    next.report = next.report.on(Set.copyOf(received.topics()));
                }
                received(next, received);
            }
            case Entry.Received received when received.source().equals("ESCALATED") -> received(next, received);
            case Entry.AcceptanceNotified ignored -> next.clocks(clocks -> clocks.meet(ADVERTISING, at));
            case Entry.RefusalNotified ignored -> next.clocks(clocks -> clocks.meet(ADVERTISING, at));
            case Entry.Withdrawn ignored -> next.clocks(clocks -> clocks.lift(ADVERTISING, at));
            case Entry.JointMerged ignored -> next.clocks(clocks -> clocks.lift(ADVERTISING, at));
            case Entry.DuplicateMerged ignored -> next.clocks(clocks -> clocks.lift(ADVERTISING, at));
            case Entry.ReportMerged ignored -> next.clocks(clocks -> clocks.lift(ADVERTISING, at));
            case Entry.NotRehandled ignored -> next.clocks(clocks -> clocks.lift(ADVERTISING, at));
            case Entry.HandedToSpecialRules ignored -> next.clocks(clocks -> clocks.lift(ADVERTISING, at));
            case Entry.NoAuthorityTold ignored -> next.clocks(clocks -> clocks.meet(ADVERTISING, at));
            case Entry.Filed ignored -> filingDecided(next, "立案告知书", at);
            case Entry.FilingDeclined ignored -> {
                filingDecided(next, "不予立案告知书", at);
                result(next, at);
            }
            case Entry.CaseDecided ignored -> result(next, at);
            case Entry.ReporterTold told -> told(next, told.basis(), at);
            default -> {}
        }
    }

    /** Nothing counts while the consumer talks with the merchant: no agency has the complaint yet (Art. 6; 7-27). */
    private static void received(CaseDraft next, Entry.Received received) {
        if (received.greenChannel()) {
            return;
        }
        boolean reported = next.kind == Kind.REPORT && !next.report.clue();
        if (next.report.about("ADVERTISING") && (reported || next.kind == Kind.COMPLAINT)) {
            next.clocks(clocks -> clocks.start(ADVERTISING, received.receivedAt()));
        }
        if (reported && next.report.about("ADVERTISING")) {
            owe(next, "广告举报处理告知", TellBasis.AD_LAW_53, received.receivedAt());
        }
        if (reported && next.report.about("FOOD")) {
            owe(next, "食品安全举报答复", TellBasis.FOOD_LAW_115, received.receivedAt());
        }
    }

    private static void filingDecided(CaseDraft next, String title, Instant at) {
        if (next.law.equals("order20") && realName(next)) {
            next.clocks(clocks -> clocks.start(TELL_REPORTER, at));
            owe(next, title, TellBasis.ORDER20_31, at);
        }
    }

    private static void result(CaseDraft next, Instant at) {
        if (realName(next) && next.report.about("UNFAIR_COMPETITION")) {
            owe(next, F10, TellBasis.AUCL_20, at);
        }
    }

    private static void told(CaseDraft next, String basis, Instant at) {
        switch (TellBasis.valueOf(basis)) {
            case AD_LAW_53 -> next.clocks(clocks -> clocks.meet(ADVERTISING, at));
            case ORDER20_31 -> next.clocks(clocks -> clocks.meet(TELL_REPORTER, at));
            default -> {}
        }
        String article = TellBasis.valueOf(basis).article();
        next.duties.open().stream()
                .filter(duty ->
                        duty.meaning().equals("ReporterTold") && duty.article().equals(article))
                .forEach(duty -> next.duties = next.duties.discharge(duty.id(), at));
    }

    private static boolean realName(CaseDraft next) {
        return next.report.about("REAL_NAME") && !next.report.clue();
    }

    static void owe(CaseDraft next, String title, TellBasis basis, Instant at) {
        String id = "F10:" + basis + ":" + next.seq;
        next.duties = next.duties.owe(
                new Duty(id, "F10", title, PartyRole.REPORTER, basis.article(), "ReporterTold", at, null));
    }
}
