package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.Rollover;
import org.fangxin.law.Rule.Unit;
import org.junit.jupiter.api.Test;

/** A year of an invented notice, beside one of which nothing is known yet, and counting from one into the other. */
class TableCalendarTest {
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2031, 12, 31);
    private static final CalendarDay OFF = new CalendarDay(NEW_YEARS_EVE, false, "元旦");
    private static final CalendarDay MAKE_UP = new CalendarDay(LocalDate.of(2031, 12, 27), true, "元旦调休上班");
    private static final CalendarDay NAMELESS = new CalendarDay(LocalDate.of(2031, 12, 24), false, null);

    private final TableCalendar calendar = new TableCalendar(
            List.of(OFF, MAKE_UP, NAMELESS), Map.of(2031, "某号通知"), Set.of(NEW_YEARS_EVE, LocalDate.of(2032, 1, 1)));

    @Test
    void listedDaysAreAsTheNoticeSaysAndTheRestMondayToFriday() {
        assertThat(calendar.works(NEW_YEARS_EVE)).isFalse();
        assertThat(calendar.works(MAKE_UP.date())).isTrue();
        assertThat(calendar.works(LocalDate.of(2031, 12, 28))).isFalse();
        assertThat(calendar.works(LocalDate.of(2031, 12, 29))).isTrue();
        assertThat(calendar.makeUpDay(MAKE_UP.date())).isTrue();
        assertThat(calendar.listed(MAKE_UP.date())).contains(MAKE_UP);
        assertThat(calendar.listed(LocalDate.of(2031, 12, 28))).isEmpty();
    }

    @Test
    void aDayOffIsNamedEvenWhenTheNoticeGivesNoName() {
        assertThat(calendar.restName(NEW_YEARS_EVE)).isEqualTo("元旦");
        assertThat(calendar.restName(NAMELESS.date())).isEqualTo("放假");
        assertThat(calendar.restName(LocalDate.of(2031, 12, 20))).isEqualTo("周六");
        assertThat(calendar.restName(LocalDate.of(2031, 12, 21))).isEqualTo("周日");
        assertThat(calendar.restName(MAKE_UP.date())).isNull();
    }

    @Test
    void aYearIsOfficialByItsNotice() {
        assertThat(calendar.source(2031)).contains("某号通知");
        assertThat(calendar.source(2032)).isEmpty();
        assertThat(calendar.statutoryHoliday(NEW_YEARS_EVE)).isTrue();
        assertThat(calendar.statutoryHoliday(LocalDate.of(2032, 1, 1))).isFalse();
        assertThat(calendar.listedOff(NEW_YEARS_EVE)).isTrue();
        assertThat(calendar.listedOff(MAKE_UP.date())).isFalse();
    }

    @Test
    void anEndThatMovesIntoAYearWithoutANoticeIsProvisional() {
        Count count = new Counter(calendar, Rollover.ALL_REST_DAYS)
                .count(NEW_YEARS_EVE.minusDays(10), 10, Unit.DAY, List.of());
        assertThat(count.nominal()).isEqualTo(NEW_YEARS_EVE);
        assertThat(count.due()).isEqualTo(LocalDate.of(2032, 1, 1));
        assertThat(count.unofficialYears()).containsExactly(2032);
        assertThat(count.provisional()).isTrue();
    }

    @Test
    void anEndThatStaysInAYearWithANoticeIsSettled() {
        Count count =
                new Counter(calendar, Rollover.ALL_REST_DAYS).count(LocalDate.of(2031, 12, 19), 2, Unit.DAY, List.of());
        assertThat(count.due()).isEqualTo(LocalDate.of(2031, 12, 22));
        assertThat(count.provisional()).isFalse();
    }

    @Test
    void aWorkingDayOnWhichAPeriodMayNotEndIsCalledAStatutoryHoliday() {
        TableCalendar odd = new TableCalendar(List.of(), Map.of(2031, "某号通知"), Set.of(LocalDate.of(2031, 12, 23)));
        Count count = new Counter(odd, Rollover.STATUTORY_DAYS_ONLY)
                .count(LocalDate.of(2031, 12, 22), 1, Unit.DAY, List.of());
        assertThat(count.due()).isEqualTo(LocalDate.of(2031, 12, 24));
        assertThat(count.days()).last().extracting(Count.Day::why).isEqualTo("法定节日");
    }
}
