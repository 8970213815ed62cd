package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.law.internal.BookStatutes;
import org.fangxin.law.internal.RuleFiles;
import org.fangxin.law.internal.TableCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a reason says of pauses at the edges of a period, and of rest days that stand beside each other. */
class ReasonEdgesTest {
    private static final String MEDIATE = "order121.complaint.mediate";
    private static final String VERIFY = "penalty.report.verify";

    private final Statutes statutes = Statutes.builtIn();

    @Test
    void aClockThatStoodStillFromItsStartHasCountedNothing() {
        DueDate due = due(MEDIATE, "2026-06-01", pause("2026-05-20", null));
        assertThat(due.stopped()).isEqualTo(new DueDate.Stopped(LocalDate.of(2026, 6, 1), "检测", 60));
        assertThat(due.reason()).startsWith("6月1日受理，当天不算。6月1日之后计时中止：检测，还剩 60 天");
    }

    @Test
    void aPauseFromBeforeTheStartTakesOutTheDaysAfterIt() {
        DueDate due = due(MEDIATE, "2026-06-01", pause("2026-05-20", "2026-06-03"));
        assertThat(due.reason()).contains("6月4日起算").contains("。6月2日至6月3日检测，扣除 2 天。");
        assertThat(due.nominal()).isEqualTo(LocalDate.of(2026, 8, 2));
    }

    @Test
    void aPauseThatTouchesNoDayOfThePeriodIsNotMentioned() {
        String plain = due(MEDIATE, "2026-06-01").reason();
        // over with the day of start; begun on the last day; begun after it
        for (Pause outside : List.of(
                pause("2026-05-20", "2026-06-01"),
                pause("2026-07-31", "2026-08-20"),
                pause("2026-08-05", "2026-08-20"))) {
            assertThat(due(MEDIATE, "2026-06-01", outside).reason().replace("第二十二条、", ""))
                    .as(outside.toString())
                    .isEqualTo(plain);
        }
    }

    @Test
    void aPauseOfOneDayIsNamedByThatDay() {
        assertThat(due(MEDIATE, "2026-06-01", pause("2026-06-10", "2026-06-11")).reason())
                .contains("。6月11日检测，扣除 1 天。");
    }

    @Test
    void aPauseInsideAnotherIsNotTakenOutTwice() {
        assertThat(due(MEDIATE, "2026-06-01", pause("2026-06-10", "2026-06-20"), pause("2026-06-12", "2026-06-15"))
                        .reason())
                .contains("6月13日至6月15日检测，与前面重叠，不重复扣除");
    }

    @Test
    void aPauseBeforeOneThatIsStillOpenIsToldToo() {
        assertThat(due(MEDIATE, "2026-06-01", pause("2026-06-10", "2026-06-12"), pause("2026-06-20", null))
                        .reason())
                .contains("6月11日至6月12日检测，扣除 2 天。6月20日之后计时中止：检测，还剩 43 天");
    }

    @Test
    void workingDaysThatAPauseTakesOutAreCountedAsSuch() {
        // Thursday, Friday, the weekend, Monday
        assertThat(due(VERIFY, "2026-07-01", pause("2026-07-01", "2026-07-06")).reason())
                .contains("7月2日至7月6日检测，扣除 3 个工作日");
    }

    @Test
    void aWeekendIsOneGroupAndALoneRestDayIsNamedByItself() {
        assertThat(due("order121.complaint.accept", "2026-05-12").reason()).contains("5月16日至5月17日（周末）不算。");
    }

    @Test
    void anEndOnAWeekendMovesWithoutBeingCalledAHoliday() {
        assertThat(due(MEDIATE, "2026-05-06").reason()).contains("7月5日是周日，顺延到 7月6日（周一）。7月3日（周五）前办好");
    }

    @Test
    void holidaysOfTwoNamesAndAWeekendBesideThemAreToldApart() {
        TableCalendar calendar = new TableCalendar(
                List.of(
                        new CalendarDay(LocalDate.of(2026, 5, 18), false, "甲节"),
                        new CalendarDay(LocalDate.of(2026, 5, 19), false, "甲节"),
                        new CalendarDay(LocalDate.of(2026, 5, 20), false, "乙节"),
                        new CalendarDay(LocalDate.of(2026, 5, 22), false, "乙节")),
                Map.of(2026, "通知"),
                Set.of());
        Statutes other = new BookStatutes(RuleFiles.shipped(), calendar, Settings.defaults(), "");
        assertThat(other.due("order121.complaint.accept", at("2026-05-14"), List.of())
                        .reason())
                .contains("。5月16日至5月17日（周末）不算；5月18日至5月19日甲节，不算；5月20日乙节，不算；5月22日乙节，不算；" + "5月23日至5月24日（周末）不算。");
    }

    private DueDate due(String rule, String from, Pause... pauses) {
        return statutes.due(rule, at(from), List.of(pauses));
    }

    private static Pause pause(String after, @Nullable String through) {
        return new Pause(LocalDate.parse(after), through == null ? null : LocalDate.parse(through), "检测");
    }

    private static Instant at(String day) {
        return LocalDateTime.parse(day + "T09:00").atZone(WorkedDates.SHANGHAI).toInstant();
    }
}
