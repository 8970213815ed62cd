package org.fangxin.law.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fangxin.law.DueDate.Stopped;
import org.fangxin.law.Pause;
import org.jspecify.annotations.Nullable;

/**
 * What counting found, before it is put in words.
 *
 * @param first the first day that counted, or null when none did
 * @param nominal the last day by counting, or null while stopped
 * @param due after roll-over, or null while stopped
 * @param days every day worth a word, in order: the start, days left out, make-up days that counted, days rolled over
 * @param pauses those asked for, in order of their beginning
 * @param unofficialYears years of the count that have no official table: they make the date 暂定
 */
record Count(
        LocalDate start,
        @Nullable LocalDate first,
        @Nullable LocalDate nominal,
        @Nullable LocalDate due,
        List<Day> days,
        List<Pause> pauses,
        Set<Integer> unofficialYears,
        @Nullable Stopped stopped) {
    /** Why a day is worth a word. */
    enum Kind {
        START,
        REST,
        PAUSED,
        MAKE_UP,
        ROLLED
    }

    /**
     * @param why name of the holiday, 周六/周日, or the pause with its paper
     * @param pause the pause that takes a PAUSED day out, else null
     */
    record Day(
            LocalDate date, Kind kind, String why, @Nullable Pause pause) {
        Day(LocalDate date, Kind kind, String why) {
            this(date, kind, why, null);
        }
    }

    boolean provisional() {
        return !unofficialYears.isEmpty();
    }
}
