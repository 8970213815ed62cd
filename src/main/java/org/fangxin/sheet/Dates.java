package org.fangxin.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as they stand in lists of other systems: {@code 2019/4/25 9:32:09}, {@code 2019-04-25}, {@code 2019年4月25日下午3时},
 * {@code 20190425093209}, {@code 2019.4.25}, ISO with offset, and spreadsheet serials ({@code 45211.6}). Anything else, or a
 * day that does not exist, is unknown: nothing is guessed.
 */
public final class Dates {
    private static final Pattern PARTS = Pattern.compile("([12][0-9]{3})[-/.年]\\s*([0-9]{1,2})[-/.月]\\s*([0-9]{1,2})日?"
            + "(?:[T\\s,]*(?:(上午|下午|AM|PM|晚上|凌晨|早上|中午)\\s*)?"
            + "([0-9]{1,2})[:时点]\\s*([0-9]{1,2})?(?:[:分]\\s*([0-9]{1,2}))?(?:\\.[0-9]{1,9})?[分秒]?"
            + "\\s*(AM|PM)?\\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?");
    private static final Pattern DIGITS =
            Pattern.compile("([12][0-9]{3})([0-9]{2})([0-9]{2})(?:\\s?([0-9]{2}):?([0-9]{2}):?([0-9]{2})?)?");
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([12][0-9]{3})");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}(?:\\.[0-9]{1,15})?");
    private static final BigDecimal FIRST_SERIAL = new BigDecimal(25_569); // 1970-01-01
    private static final BigDecimal LAST_SERIAL = new BigDecimal(73_051); // 2100-01-01
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS = new BigDecimal(86_400);
    private static final int EARLIEST_YEAR = 1949;

    private Dates() {}

    /** The moment in Asia/Shanghai, at 00:00 when only a day is given; empty when it cannot be read with certainty. */
    public static Optional<LocalDateTime> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        try {
            return parse(text).filter(at -> at.getYear() >= EARLIEST_YEAR);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A spreadsheet's serial: days since 1899-12-30, to the second. */
    static LocalDateTime ofSerial(BigDecimal serial) {
        BigDecimal days = serial.setScale(0, RoundingMode.FLOOR);
        long seconds = serial.subtract(days)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return EPOCH.plusDays(days.longValueExact()).atStartOfDay().plusSeconds(seconds);
    }

    private static Optional<LocalDateTime> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (parts.matches()) {
            return Optional.of(day(parts).atTime(time(parts))).map(at -> shifted(at, parts.group(9)));
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            LocalTime time = digits.group(4) == null
                    ? LocalTime.MIN
                    : LocalTime.of(number(digits, 4), number(digits, 5), number(digits, 6));
            return Optional.of(day(digits).atTime(time));
        }
        if (SERIAL.matcher(text).matches()) {
            BigDecimal serial = new BigDecimal(text);
            boolean plausible = serial.compareTo(FIRST_SERIAL) >= 0 && serial.compareTo(LAST_SERIAL) < 0;
            return plausible ? Optional.of(ofSerial(serial)) : Optional.empty();
        }
        return dayFirst(text);
    }

    /** {@code 25/4/2019} can only be a day first; {@code 4/5/2019} could be either and stays unknown. */
    private static Optional<LocalDateTime> dayFirst(String text) {
        Matcher matcher = DAY_FIRST.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = number(matcher, 1);
        int second = number(matcher, 2);
        int year = number(matcher, 3);
        if (first > 12) {
            return Optional.of(LocalDate.of(year, second, first).atStartOfDay());
        }
        return second > 12 || first == second
                ? Optional.of(LocalDate.of(year, first, second).atStartOfDay())
                : Optional.empty();
    }

    private static LocalDate day(Matcher matcher) {
        return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
    }

    private static LocalTime time(Matcher matcher) {
        if (matcher.group(5) == null) {
            return LocalTime.MIN;
        }
        String half = matcher.group(4) != null ? matcher.group(4) : String.valueOf(matcher.group(8));
        int hour = number(matcher, 5);
        if (hour < 12 && (half.equals("下午") || half.equals("PM") || half.equals("晚上"))) {
            hour += 12;
        } else if (hour == 12 && (half.equals("上午") || half.equals("AM") || half.equals("凌晨"))) {
            hour = 0;
        }
        return LocalTime.of(hour, number(matcher, 6), number(matcher, 7));
    }

    private static LocalDateTime shifted(LocalDateTime at, String offset) {
        if (offset == null) {
            return at;
        }
        var zone = java.time.ZoneOffset.of(offset);
        return at.atOffset(zone)
                .atZoneSameInstant(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime();
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
