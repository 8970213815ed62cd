package org.fangxin.casefile.internal;

import java.time.Instant;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.PenaltyCourse;
import org.fangxin.casefile.entry.Entry;

/** What led to a penalty, and how its papers were served (PP 49–60, 81). */
final class PenaltyEvolution {
    /** PP 81: seven working days where the party was not there. */
    static final String SERVE = "penalty.serve";

    private PenaltyEvolution() {}

    static void take(CaseDraft next, Instant at, Entry.OfReport entry) {
        switch (entry) {
            case Entry.ReviewDone done ->
                course(next, course(next).reviewed(done.opinion(), done.kind().equals("LEGAL")));
            case Entry.PenaltyNoticed noticed -> course(next, course(next).noticed(noticed.hearing(), noticed.fine()));
            case Entry.PenaltyNoticeServed served -> course(next, course(next).noticeServed(served.servedOn()));
            case Entry.DefenceStated ignored -> course(next, course(next).answered(false));
            case Entry.DefenceWaived ignored -> course(next, course(next).answered(true));
            case Entry.HearingAsked ignored -> course(next, course(next).hearingAsked());
            case Entry.HearingEnded ended ->
                course(next, course(next).hearingEnded(ended.outcome().equals("HELD")));
            case Entry.CaseDiscussed discussed -> course(next, course(next).discussed(discussed.agreed()));
            case Entry.DecisionServed ignored -> next.clocks(clocks -> clocks.meet(SERVE, at));
            case Entry.DecisionChanged ignored -> {
                // the days for its publication are counted by the room that knows whether it was published
            }
            default -> FiledCaseEvolution.take(next, at, entry);
        }
    }

    private static PenaltyCourse course(CaseDraft next) {
        return next.report.prosecution().course();
    }

    private static void course(CaseDraft next, PenaltyCourse course) {
        next.report = next.report.with(next.report.prosecution().on(course));
    }
}
