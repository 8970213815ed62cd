package org.fangxin.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.fangxin.law.internal.CalendarFiles;
import org.jspecify.annotations.Nullable;

/** Which days are working days (Art. 45): the official table of a year, else Monday to Friday. */
public interface WorkingCalendar {
    /** True for working days, make-up days 调休 included. */
    boolean works(LocalDate day);

    /** Whether the year of this day has an official table; without one a date is 暂定. */
    boolean official(LocalDate day);

    /** Name of the holiday a day off belongs to (国庆节), or 周六/周日; null for a working day. */
    @Nullable
    String restName(LocalDate day);

    /** Whether the State Council's notice lists the day as off. */
    boolean listedOff(LocalDate day);

    /** Whether the day is one of the thirteen statutory days of the holiday regulation. */
    boolean statutoryHoliday(LocalDate day);

    /** A Saturday or Sunday on which people work 调休上班. */
    default boolean makeUpDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) && works(day);
    }

    /** The last working day not after this one. */
    default LocalDate workingDayUpTo(LocalDate day) {
        LocalDate found = day;
        while (!works(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** The first working day not before this one. */
    default LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!works(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** Working days in {@code (after, through]}; negative when {@code through} lies before {@code after}. */
    default int workingDaysBetween(LocalDate after, LocalDate through) {
        if (through.isBefore(after)) {
            return -workingDaysBetween(through, after);
        }
        return (int) after.plusDays(1)
                .datesUntil(through.plusDays(1))
                .filter(this::works)
                .count();
    }

    /** The calendar that ships with the program, without what an administrator changed. */
    static WorkingCalendar builtIn() {
        return CalendarFiles.shipped();
    }
}
