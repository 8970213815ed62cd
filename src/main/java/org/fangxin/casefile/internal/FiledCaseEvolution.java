package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Clocks;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;

/** What happens to a report once it is filed as a case (PP 46, 47, 60, 64, 77). */
final class FiledCaseEvolution {
    /** PP 64: the decision. */
    static final String DECIDE = "penalty.case.decide";

    /** PP 77: the form that closes the case. */
    static final String CLOSE = "penalty.close-form";

    private FiledCaseEvolution() {}

    static void take(CaseDraft next, Instant at, Entry.OfReport entry) {
        switch (entry) {
            case Entry.DecisionExtended ignored ->
                prolonged(next, clocks -> clocks.extend(DECIDE, DECIDE + ".extended"));
            case Entry.DecisionExtendedFurther further -> {
                LocalDate decidedOn = at.atZone(Fields.ZONE).toLocalDate();
                prolonged(next, clocks -> clocks.set(DECIDE, DECIDE + ".further", further.until(), decidedOn));
            }
            case Entry.CaseSuspended suspended -> {
                next.flags.add(Flag.SUSPENDED);
                Pausing.pause(
                        next,
                        "SUSPENSION",
                        suspended.after(),
                        suspended.approval().paperNo());
            }
            case Entry.CaseResumed resumed -> {
                next.flags.remove(Flag.SUSPENDED);
                Pausing.resume(next, "SUSPENSION", resumed.through());
            }
            case Entry.InvestigationTerminated ignored -> {
                decide(next, "TERMINATED", at);
                next.clocks(clocks -> clocks.start(CLOSE, at));
            }
            case Entry.CaseDecided decided -> {
                decide(next, decided.outcome(), at);
                String follows = decided.outcome().equals("PENALTY") ? PenaltyEvolution.SERVE : CLOSE;
                next.clocks(clocks -> clocks.start(follows, at));
            }
            case Entry.PenaltyPerformed ignored -> {
                next.report = next.report.with(next.report.prosecution().penaltyPerformed());
                // who has performed it has it in hand
                next.clocks(clocks -> clocks.lift(PenaltyEvolution.SERVE, at).start(CLOSE, at));
            }
            case Entry.CaseClosed ignored -> {
                next.clocks(clocks -> clocks.meet(CLOSE, at));
                ReportEvolution.end(next, Stage.CLOSED, at);
            }
            default ->
                throw new IllegalStateException(
                        "Nobody takes in " + entry.getClass().getSimpleName());
        }
    }

    private static void prolonged(CaseDraft next, UnaryOperator<Clocks> change) {
        next.clocks(change);
        next.report = next.report.with(next.report.prosecution().prolonged());
    }

    private static void decide(CaseDraft next, String outcome, Instant at) {
        next.stage = Stage.DECIDED;
        next.flags.remove(Flag.SUSPENDED);
        next.clocks(clocks -> clocks.meet(DECIDE, at));
        next.report = next.report.with(next.report.prosecution().decided(outcome));
        RoutingEvolution.questionMoot(next, at);
    }
}
