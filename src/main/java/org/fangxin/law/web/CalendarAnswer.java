package org.fangxin.law.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.internal.TableCalendar;
import org.jspecify.annotations.Nullable;

/** A year, day by day. */
@Schema(name = "LawCalendar")
record CalendarAnswer(
        int year,

        @Schema(description = "Whether the State Council's table of the year is known")
        boolean official,

        @Nullable String source,
        List<Day> days,
        @Nullable String warning) {
    /** @param name 国庆节, 国庆节调休上班, 周六; null for an ordinary working day */
    @Schema(name = "LawCalendarDay")
    record Day(
            LocalDate date,
            boolean working,
            @Nullable String name,

            @Schema(description = "Fixed by the notice or an administrator, whatever the weekday")
            boolean listed) {}

    static CalendarAnswer of(int year, TableCalendar calendar) {
        String source = calendar.source(year).orElse(null);
        List<Day> days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(day -> day(day, calendar))
                .toList();
        String warning = source == null ? year + "年还没有官方放假安排，只按周末推算；涉及这一年的日期都是暂定的。" : null;
        return new CalendarAnswer(year, source != null, source, days, warning);
    }

    static Day day(LocalDate day, TableCalendar calendar) {
        CalendarDay listed = calendar.listed(day).orElse(null);
        String name = listed != null && listed.name() != null ? listed.name() : calendar.restName(day);
        return new Day(day, calendar.works(day), name, listed != null);
    }
}
