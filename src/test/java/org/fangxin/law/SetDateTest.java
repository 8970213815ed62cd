package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A date that a decision set, and what pauses after the decision do to it (Penalty Procedure Art. 64). */
class SetDateTest {
    private static final String RULE = "penalty.case.decide.further";
    private static final Instant FILED =
            LocalDateTime.parse("2026-03-02T09:00").atZone(WorkedDates.SHANGHAI).toInstant();
    private static final LocalDate DECIDED = LocalDate.of(2026, 6, 1);
    private static final LocalDate SET = LocalDate.of(2026, 6, 26);

    private final Statutes statutes = Statutes.builtIn();

    @Test
    void withoutPausesTheDateIsTheOneThatWasSet() {
        DueDate due = set();
        assertThat(due.dueOn()).isEqualTo(SET);
        assertThat(due.nominal()).isEqualTo(SET);
        assertThat(due.skipped()).isEmpty();
        assertThat(due.reason()).doesNotContain("中止");
    }

    @Test
    void aPauseBeforeTheDecisionChangesNothing() {
        assertThat(set(pause("2026-05-01", "2026-05-20")).dueOn()).isEqualTo(SET);
    }

    @Test
    void aPausePutsTheDateOffByItsDays() {
        // ten days: 4 to 13 June; the end moves off the Sunday
        DueDate due = set(pause("2026-06-03", "2026-06-13"));
        assertThat(due.nominal()).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(due.actBy()).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(due.stopped()).isNull();
        assertThat(due.reason()).endsWith("此后中止计时 10 天不计算，推迟到 7月6日（周一）。");
        assertThat(due.skipped())
                .hasSize(10)
                .startsWith(new DueDate.Skipped(LocalDate.of(2026, 6, 4), "检测"))
                .endsWith(new DueDate.Skipped(LocalDate.of(2026, 6, 13), "检测"));
    }

    @Test
    void anEndThatFallsOnARestDayMovesOn() {
        // eight days: the count ends on Saturday, 4 July
        DueDate due = set(pause("2026-06-03", "2026-06-11"));
        assertThat(due.nominal()).isEqualTo(LocalDate.of(2026, 7, 4));
        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(due.actBy()).isEqualTo(LocalDate.of(2026, 7, 3));
        assertThat(due.skipped())
                .contains(
                        new DueDate.Skipped(LocalDate.of(2026, 7, 4), "周六"),
                        new DueDate.Skipped(LocalDate.of(2026, 7, 5), "周日"))
                .hasSize(10);
    }

    @Test
    void anOpenPauseHoldsTheDateAndSaysHowManyDaysAreLeft() {
        DueDate due = set(new Pause(LocalDate.of(2026, 6, 11), null, "等检测结果"));
        assertThat(due.dueOn()).isNull();
        assertThat(due.actBy()).isNull();
        assertThat(due.stopped()).isEqualTo(new DueDate.Stopped(LocalDate.of(2026, 6, 11), "等检测结果", 15));
        assertThat(due.reason()).endsWith("6月11日之后计时中止：等检测结果，还剩 15 天，恢复后接着算。");
    }

    @Test
    void aPauseThatReachesIntoAYearWithoutATableMakesTheDateProvisional() {
        assertThat(set(pause("2026-06-20", "2026-12-30")).provisional()).isTrue();
        assertThat(set(pause("2026-06-20", "2026-07-30")).provisional()).isFalse();
    }

    private DueDate set(Pause... pauses) {
        return statutes.setDate(RULE, FILED, SET, DECIDED, List.of(pauses));
    }

    private static Pause pause(String after, String through) {
        return new Pause(LocalDate.parse(after), LocalDate.parse(through), "检测");
    }
}
