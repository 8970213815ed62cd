package org.fangxin.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days are working days (Art. 45): the official table of a year, else Monday to Friday. */
public interface WorkingCalendar {
    /** True for working days, make-up days 调休 included. */
    boolean works(LocalDate day);

    /** Whether the year of this day has an official table; without one a date is 暂定. */
    boolean official(LocalDate day);

    /** Name of the holiday a day off belongs to (国庆节), or 周六/周日; null for a working day. */
    @Nullable String restName(LocalDate day);

    /** Whether the State Council's notice lists the day as off. */
    boolean listedOff(LocalDate day);

    /** Whether the day is one of the thirteen statutory days of the holiday regulation. */
    boolean statutoryHoliday(LocalDate day);
}
