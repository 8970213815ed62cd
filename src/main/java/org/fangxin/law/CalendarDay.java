package org.fangxin.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that an official notice or an administrator fixed, whatever weekday it is.
 *
 * @param working true for a working day, make-up days included
 * @param name 国庆节, 国庆节调休上班; null when none was given
 */
public record CalendarDay(
        LocalDate date, boolean working, @Nullable String name) {}
