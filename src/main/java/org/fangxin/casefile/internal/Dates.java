package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.World;

/** Days of instants, and working days around them. */
final class Dates {
    private Dates() {}

    static LocalDate day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate();
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
