package org.fangxin.identity.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Instants as answers tell them. */
final class Times {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("M月d日 HH:mm");
    private static final int SECONDS_IN_MINUTE = 60;

    private Times() {}

    static OffsetDateTime offset(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime();
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first full minute that is not before {@code until}; with its day when that is not the day of {@code now}. */
    static String words(Instant until, Instant now) {
        Instant minute = Instant.ofEpochSecond(
                Math.ceilDiv(until.getEpochSecond() + (until.getNano() > 0 ? 1 : 0), SECONDS_IN_MINUTE)
                        * SECONDS_IN_MINUTE);
        boolean today = LocalDate.ofInstant(minute, ZONE).equals(LocalDate.ofInstant(now, ZONE));
        return (today ? CLOCK : DAY_AND_CLOCK).format(minute.atZone(ZONE));
    }
}
