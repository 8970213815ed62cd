package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.World;
import org.fangxin.law.DueDate;

/** Days of instants, and due dates of clocks. */
final class Dates {
    private Dates() {}

    static LocalDate day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate();
    }

    /** The last day in time; empty while the clock is paused without an end. */
    static Optional<LocalDate> dueOn(Clock clock, World world) {
        DueDate due = clock.setDate() == null
                ? world.statutes().due(clock.rule(), clock.startedAt(), clock.pauses())
                : world.statutes().setDate(clock.rule(), clock.startedAt(), clock.setDate(), "");
        return Optional.ofNullable(due.dueOn());
    }

    /** The n-th working day after a day. */
    static LocalDate workingDaysAfter(LocalDate start, int n, World world) {
        LocalDate day = start;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            counted += world.calendar().works(day) ? 1 : 0;
        }
        return day;
    }

    /** The last working day before a day. */
    static LocalDate workingDayBefore(LocalDate day, World world) {
        LocalDate before = day.minusDays(1);
        while (!world.calendar().works(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
