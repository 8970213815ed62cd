package org.fangxin.law;

import java.time.LocalDate;

/** Over which days the end of a day or year period moves (Art. 45; setting {@code deadline.rollover}). */
public enum Rollover {
    /** Over every day that is no working day: the default. */
    ALL_REST_DAYS {
        @Override
        public boolean passes(LocalDate day, WorkingCalendar calendar) {
            return !calendar.works(day);
        }
    },
    /** Only over days that the State Council's notice lists as off. */
    HOLIDAY_PERIOD {
        @Override
        public boolean passes(LocalDate day, WorkingCalendar calendar) {
            return calendar.listedOff(day);
        }
    },
    /** Only over the statutory holidays themselves. */
    STATUTORY_DAYS_ONLY {
        @Override
        public boolean passes(LocalDate day, WorkingCalendar calendar) {
            return calendar.statutoryHoliday(day);
        }
    };

    /** Whether a period that would end on this day moves on. */
    public abstract boolean passes(LocalDate day, WorkingCalendar calendar);
}
