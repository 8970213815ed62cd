package org.fangxin.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.fangxin.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A moment told from the day the demo is made, so that its dates are always lively.
 *
 * @param back how many units ago; negative lies ahead
 * @param time of the day in Asia/Shanghai; null for minutes, or where only the day is meant
 */
record When(int back, Unit unit, @Nullable LocalTime time) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    enum Unit {
        WORKING_DAY,
        DAY,
        MINUTE
    }

    static When working(int back) {
        return new When(back, Unit.WORKING_DAY, null);
    }

    static When working(int back, String time) {
        return new When(back, Unit.WORKING_DAY, LocalTime.parse(time));
    }

    static When days(int back) {
        return new When(back, Unit.DAY, null);
    }

    static When days(int back, String time) {
        return new When(back, Unit.DAY, LocalTime.parse(time));
    }

    static When minutes(int back) {
        return new When(back, Unit.MINUTE, null);
    }

    /** The day; offices rest on others than working days, so a count of days moves on to the next one up to the base. */
    LocalDate day(Instant base, WorkingCalendar calendar) {
        LocalDate today = base.atZone(ZONE).toLocalDate();
        return switch (unit) {
            case MINUTE -> at(base, calendar).atZone(ZONE).toLocalDate();
            case DAY -> {
                LocalDate day = calendar.workingDayFrom(today.minusDays(back));
                yield back >= 0 && day.isAfter(today) ? today : day;
            }
            case WORKING_DAY -> working(today, calendar);
        };
    }

    /** The instant; what would lie later on the base's own day is the base itself. */
    Instant at(Instant base, WorkingCalendar calendar) {
        if (unit == Unit.MINUTE) {
            return base.minusSeconds(60L * back);
        }
        LocalDate day = day(base, calendar);
        Instant at =
                day.atTime(time == null ? LocalTime.NOON : time).atZone(ZONE).toInstant();
        boolean later = at.isAfter(base) && day.equals(base.atZone(ZONE).toLocalDate());
        return later ? base : at;
    }

    /** As a field of an act: a day, or with a time of day an instant. */
    String field(Instant base, WorkingCalendar calendar) {
        return time == null && unit != Unit.MINUTE ? day(base, calendar).toString() : moment(base, calendar);
    }

    /** The instant with its offset, as acts take it. */
    String moment(Instant base, WorkingCalendar calendar) {
        return OffsetDateTime.ofInstant(at(base, calendar), ZONE).toString();
    }

    private LocalDate working(LocalDate today, WorkingCalendar calendar) {
        int step = back < 0 ? 1 : -1;
        LocalDate day = today;
        for (int left = Math.abs(back); left > 0; left -= calendar.works(day) ? 1 : 0) {
            day = day.plusDays(step);
        }
        return day;
    }
}
