package org.fangxin.law.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates as a reader of Chinese expects them: 10月13日（周二）; the year only when it is not the one in mind. */
public final class ChineseDates {
    /** The one zone of the house. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String WEEKDAYS = "一二三四五六日";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private ChineseDates() {}

    /** 10月13日, or 2027年1月5日 when the year is another. */
    public static String day(LocalDate date, int yearInMind) {
        String year = date.getYear() == yearInMind ? "" : date.getYear() + "年";
        return year + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** 周二. */
    public static String weekday(LocalDate date) {
        return "周" + WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1);
    }

    /** 10月13日（周二）. */
    public static String dayAndWeekday(LocalDate date, int yearInMind) {
        return day(date, yearInMind) + "（" + weekday(date) + "）";
    }

    /** 14:25, or 14:25:07 when the seconds matter. */
    public static String time(LocalDateTime at) {
        return (at.getSecond() == 0 ? MINUTES : SECONDS).format(at);
    }

    /** 5月6日 14:25. */
    public static String dayAndTime(LocalDateTime at, int yearInMind) {
        return day(at.toLocalDate(), yearInMind) + " " + time(at);
    }
}
