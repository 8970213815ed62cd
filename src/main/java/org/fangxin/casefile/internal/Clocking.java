package org.fangxin.casefile.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Stage;
import org.fangxin.law.Pause;

/** The clock of handling that runs now: verification, or the decision of a filed case. */
final class Clocking {
    private Clocking() {}

    static String rule(CaseState state) {
        return state.stage() == Stage.FILED
                ? FiledCaseEvolution.DECIDE
                : state.report().verification().rule();
    }

    /** Reasons of the pauses open now. */
    static Set<String> pauses(CaseState state) {
        return state.stage() == Stage.FILED
                ? state.report().prosecution().pauses()
                : state.report().verification().pauses();
    }

    /** Faulty when a pause would begin before its clock. */
    static void within(CaseState state, LocalDate day, String field) {
        state.clocks()
                .open(rule(state))
                .map(clock -> clock.startedAt().atZone(Fields.ZONE).toLocalDate())
                .filter(day::isBefore)
                .ifPresent(start -> {
                    throw new Fields.Faulty(field, "before-start", "日期不能早于期限起算日" + Words.day(start) + "。");
                });
    }

    /** Faulty when the open pause would end before it began. */
    static void notBeforePause(CaseState state, LocalDate day, String field) {
        state.clocks().open(rule(state)).map(Clock::pauses).orElse(List.of()).stream()
                .filter(pause -> pause.through() == null)
                .map(Pause::after)
                .filter(day::isBefore)
                .findFirst()
                .ifPresent(after -> {
                    throw new Fields.Faulty(field, "before-pause", "日期不能早于中止计时之日" + Words.day(after) + "。");
                });
    }
}
