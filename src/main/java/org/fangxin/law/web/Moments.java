package org.fangxin.law.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Dates and times as callers write them: with an offset (its + perhaps arrived as a space), without one, a day alone. */
final class Moments {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int OLDEST = 2000;
    private static final int LATEST = 2099;
    private static final Pattern LOST_PLUS = Pattern.compile("(T\\d{2}:\\d{2}\\S*) (\\d{2}:?\\d{2})$");
    private static final Pattern SPACE_FOR_T = Pattern.compile("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2})");
    private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d{2})(\\d{2})$");

    private Moments() {}

    /** @param dayOnly no time was given: it is the beginning of the day */
    record Moment(OffsetDateTime at, boolean dayOnly) {}

    /** @throws Problem 422 naming the field */
    static Moment moment(String field, @Nullable String text) {
        String given = required(field, text);
        try {
            Moment moment = given.length() <= 10
                    ? new Moment(LocalDate.parse(given).atStartOfDay(ZONE).toOffsetDateTime(), true)
                    : new Moment(time(given), false);
            checkYear(field, moment.at().toLocalDate());
            return moment;
        } catch (DateTimeException unreadable) {
            throw Problem.invalid(field, "unreadable", "看不懂的时间。请写日期（2026-09-28），或者带时区的时间（2026-09-28T10:00:00+08:00）。");
        }
    }

    /** @throws Problem 422 naming the field */
    static LocalDate day(String field, @Nullable String text) {
        return moment(field, text).at().toLocalDate();
    }

    private static OffsetDateTime time(String text) {
        String iso = SPACE_FOR_T.matcher(text).replaceFirst("$1T$2");
        iso = LOST_PLUS.matcher(iso).replaceFirst("$1+$2");
        String clock = iso.substring(iso.indexOf('T') + 1);
        if (clock.endsWith("Z") || clock.contains("+") || clock.contains("-")) {
            String withColon = clock.endsWith("Z")
                    ? iso
                    : OFFSET_WITHOUT_COLON.matcher(iso).replaceFirst("$1:$2");
            return OffsetDateTime.parse(withColon).atZoneSameInstant(ZONE).toOffsetDateTime();
        }
        return LocalDateTime.parse(iso).atZone(ZONE).toOffsetDateTime();
    }

    private static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(field, "missing", "请填写 " + field + "。");
        }
        return text.strip();
    }

    private static void checkYear(String field, LocalDate day) {
        if (day.getYear() < OLDEST || day.getYear() > LATEST) {
            throw Problem.invalid(field, "out-of-range", "日期应在 " + OLDEST + " 年到 " + LATEST + " 年之间。");
        }
    }
}
