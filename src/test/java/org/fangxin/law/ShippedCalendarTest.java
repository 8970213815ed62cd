package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import com.tyme.lunar.LunarDay;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fangxin.law.internal.CalendarFiles;
import org.junit.jupiter.api.Test;

class ShippedCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();

    @Test
    void agreesWithAnotherPublishedCalendarOnEveryDayOf2024To2026() {
        days(2024, 2026)
                .forEach(day ->
                        assertThat(calendar.works(day)).as(day.toString()).isEqualTo(worksInTheOther(day)));
    }

    @Test
    void namesEachHolidayAsTheNoticeDoes() {
        assertThat(calendar.restName(LocalDate.of(2026, 10, 5))).isEqualTo("国庆节");
        assertThat(calendar.restName(LocalDate.of(2026, 9, 26))).isEqualTo("中秋节");
        assertThat(calendar.restName(LocalDate.of(2025, 10, 6))).isEqualTo("国庆节、中秋节");
        assertThat(calendar.restName(LocalDate.of(2026, 10, 11))).isEqualTo("周日");
        assertThat(calendar.restName(LocalDate.of(2026, 10, 10))).isNull();
        days(2024, 2026)
                .filter(calendar::listedOff)
                .forEach(day -> assertThat(calendar.restName(day))
                        .as(day.toString())
                        .contains(holiday(day).getName().replace("国庆中秋", "国庆节、中秋节")));
    }

    @Test
    void knowsMakeUpDaysAndOfficialYears() {
        assertThat(calendar.makeUpDay(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(calendar.makeUpDay(LocalDate.of(2026, 9, 21))).isFalse();
        assertThat(calendar.official(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(calendar.official(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.works(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void theNextWorkingDayIsTheDayItselfWhenPeopleWorkOnIt() {
        assertThat(calendar.workingDayFrom(LocalDate.of(2026, 10, 1))).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(calendar.workingDayFrom(LocalDate.of(2026, 10, 10))).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(calendar.workingDayUpTo(LocalDate.of(2026, 10, 7))).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(calendar.workingDayUpTo(LocalDate.of(2026, 9, 30))).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @Test
    void listsTheThirteenStatutoryDaysOf2026() {
        Set<LocalDate> found = new TreeSet<>();
        days(2026, 2026).filter(calendar::statutoryHoliday).forEach(found::add);
        assertThat(found.stream().map(day -> day.toString().substring(5)))
                .containsExactly(
                        "01-01", "02-16", "02-17", "02-18", "02-19", "04-05", "05-01", "05-02", "06-19", "09-25",
                        "10-01", "10-02", "10-03");
    }

    @Test
    void keepsStatutoryDaysThatFollowTheMoonForYearsToCome() {
        for (int year = 2025; year <= 2050; year++) {
            Set<LocalDate> days = CalendarFiles.statutoryDaysOf(year);
            LocalDate newYear = solar(LunarDay.fromYmd(year, 1, 1));
            assertThat(days)
                    .as("year " + year)
                    .contains(newYear.minusDays(1), newYear, newYear.plusDays(1), newYear.plusDays(2))
                    .contains(solar(LunarDay.fromYmd(year, 5, 5)), solar(LunarDay.fromYmd(year, 8, 15)))
                    .contains(LocalDate.of(year, 5, 2), LocalDate.of(year, 10, 3))
                    .hasSizeBetween(12, 13);
        }
    }

    @Test
    void theNoticesFixEachDayOnceAndNameIt() {
        List<CalendarDay> days = CalendarFiles.days();
        assertThat(days)
                .contains(
                        new CalendarDay(LocalDate.of(2026, 10, 7), false, "国庆节"),
                        new CalendarDay(LocalDate.of(2026, 10, 10), true, "国庆节调休上班"))
                .hasSizeGreaterThan(100);
        assertThat(days.stream().map(CalendarDay::date)).doesNotHaveDuplicates();
    }

    @Test
    void eachYearWithATableNamesItsNotice() {
        assertThat(CalendarFiles.years())
                .containsOnlyKeys(2024, 2025, 2026)
                .containsEntry(2026, "国务院办公厅关于2026年部分节假日安排的通知");
    }

    private static Stream<LocalDate> days(int first, int last) {
        return LocalDate.of(first, 1, 1).datesUntil(LocalDate.of(last + 1, 1, 1));
    }

    private static LegalHoliday holiday(LocalDate day) {
        return LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static boolean worksInTheOther(LocalDate day) {
        LegalHoliday holiday = holiday(day);
        return holiday == null ? day.getDayOfWeek().getValue() < 6 : holiday.isWork();
    }

    private static LocalDate solar(LunarDay lunar) {
        SolarDay day = lunar.getSolarDay();
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
