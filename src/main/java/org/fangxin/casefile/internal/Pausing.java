package org.fangxin.casefile.internal;

import java.time.LocalDate;
import java.util.Set;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Time that does not count in a report (PP 18 第二款, 64 第二款). Several reasons may overlap: the clock stands from the
 * first to the last of them, so that no day is left out twice.
 */
final class Pausing {
    private Pausing() {}

    static void pause(CaseDraft next, String reason, LocalDate after, @Nullable String paperNo) {
        boolean first = reasons(next).isEmpty();
        if (next.stage == Stage.FILED) {
            next.report = next.report.with(next.report.prosecution().pausing(reason));
        } else {
            next.report = next.report.with(next.report.verification().pausing(reason));
        }
        if (first) {
            next.clocks(clocks -> clocks.pause(rule(next), after, words(reason, paperNo)));
        }
    }

    static void resume(CaseDraft next, String reason, LocalDate through) {
        if (next.stage == Stage.FILED) {
            next.report = next.report.with(next.report.prosecution().resuming(reason));
        } else {
            next.report = next.report.with(next.report.verification().resuming(reason));
        }
        if (reasons(next).isEmpty()) {
            next.clocks(clocks -> clocks.resume(rule(next), through));
        }
    }

    private static Set<String> reasons(CaseDraft next) {
        return next.stage == Stage.FILED
                ? next.report.prosecution().pauses()
                : next.report.verification().pauses();
    }

    private static String rule(CaseDraft next) {
        return next.stage == Stage.FILED ? FiledCaseEvolution.DECIDE : ReportEvolution.rule(next);
    }

    private static String words(String reason, @Nullable String paperNo) {
        String label = PauseReason.valueOf(reason).chinese();
        return paperNo == null ? label : label + "（" + paperNo + "）";
    }
}
