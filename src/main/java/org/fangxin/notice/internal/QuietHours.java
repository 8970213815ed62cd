package org.fangxin.notice.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.fangxin.law.Settings;
import org.jspecify.annotations.Nullable;

/**
 * When nobody is to be woken: from one hour of the evening to one of the morning, Asia/Shanghai. A telling whose lawful
 * day ends today does not wait for tomorrow: late by law is worse than late at night.
 *
 * @param from first quiet hour of the evening
 * @param to first hour of the morning in which may be sent
 */
record QuietHours(int from, int to) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static QuietHours of(Settings settings, String agency) {
        return new QuietHours(settings.number("notice.quietFrom", agency), settings.number("notice.quietTo", agency));
    }

    /**
     * The next minute in which may be sent.
     *
     * @param dueOn the day by which the law wants it told, or null
     */
    Instant next(Instant now, @Nullable LocalDate dueOn) {
        ZonedDateTime local = now.atZone(ZONE);
        boolean evening = local.getHour() >= from;
        if (!evening && local.getHour() >= to) {
            return now;
        }
        LocalDate morning = evening ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return dueOn != null && dueOn.isBefore(morning)
                ? now
                : morning.atTime(LocalTime.of(to, 0)).atZone(ZONE).toInstant();
    }
}
