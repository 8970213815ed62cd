package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fangxin.law.WorkedDates.Row;
import org.fangxin.law.internal.BookStatutes;
import org.fangxin.law.internal.RuleFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WorkedDatesTest {
    private final Statutes statutes = Statutes.builtIn();
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();

    @TestFactory
    Stream<DynamicTest> countsEachDateAsItWasWorkedOutByHand() throws IOException {
        return WorkedDates.all().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.rule() + " from " + row.from() + " " + row.pauses() + " " + row.rollover(),
                        () -> assertThat(count(row)).matches(row::agreesWith, row.toString())));
    }

    @Test
    void holdsAtLeastTwoHundredDatesOfEveryRuleThatIsCountedInDays() throws IOException {
        List<Row> rows = WorkedDates.all();
        List<String> counted = statutes.all().stream()
                .filter(rule -> switch (rule.unit()) {
                    case WORKING_DAY, DAY, YEAR -> true;
                    default -> false;
                })
                .map(Rule::id)
                .toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(200);
        assertThat(rows.stream().map(Row::rule).distinct()).containsAll(counted);
    }

    @Test
    void catchesACounterThatCountsTheDayOfStart() throws IOException {
        assertThat(caught(row -> statutes.due(
                        row.rule(), row.startedAt().minus(Duration.ofDays(1)), row.pauses(), row.rollover())))
                .isGreaterThan(150);
    }

    @Test
    void catchesACalendarThatForgetsMakeUpDays() throws IOException {
        Statutes twin = under(new Twin() {
            @Override
            public boolean works(LocalDate day) {
                return calendar.works(day) && !calendar.makeUpDay(day);
            }
        });
        assertThat(caught(row -> twin.due(row.rule(), row.startedAt(), row.pauses(), row.rollover())))
                .isGreaterThan(50);
    }

    @Test
    void catchesACalendarThatKnowsOnlyWeekends() throws IOException {
        Statutes twin = under(new Twin() {
            @Override
            public boolean works(LocalDate day) {
                return day.getDayOfWeek().getValue() < 6;
            }
        });
        assertThat(caught(row -> twin.due(row.rule(), row.startedAt(), row.pauses(), row.rollover())))
                .isGreaterThan(100);
    }

    @Test
    void catchesPausesWhoseFirstDayIsLeftOutToo() throws IOException {
        assertThat(caught(row -> statutes.due(
                        row.rule(),
                        row.startedAt(),
                        row.pauses().stream()
                                .map(pause -> new Pause(pause.after().minusDays(1), pause.through(), pause.why()))
                                .toList(),
                        row.rollover())))
                .isGreaterThan(10);
    }

    @Test
    void catchesARollOverThatIgnoresTheSetting() throws IOException {
        assertThat(caught(row -> statutes.due(row.rule(), row.startedAt(), row.pauses(), Rollover.ALL_REST_DAYS)))
                .isGreaterThan(5);
    }

    private DueDate count(Row row) {
        return statutes.due(row.rule(), row.startedAt(), row.pauses(), row.rollover());
    }

    private static long caught(Function<Row, DueDate> twin) throws IOException {
        return WorkedDates.all().stream()
                .filter(row -> !row.agreesWith(twin.apply(row)))
                .count();
    }

    private static Statutes under(WorkingCalendar calendar) {
        return new BookStatutes(RuleFiles.shipped(), calendar, Settings.defaults(), "");
    }

    private abstract class Twin implements WorkingCalendar {
        @Override
        public boolean official(LocalDate day) {
            return calendar.official(day);
        }

        @Override
        public @Nullable String restName(LocalDate day) {
            return works(day) ? null : "休息";
        }

        @Override
        public boolean listedOff(LocalDate day) {
            return calendar.listedOff(day);
        }

        @Override
        public boolean statutoryHoliday(LocalDate day) {
            return calendar.statutoryHoliday(day);
        }
    }
}
