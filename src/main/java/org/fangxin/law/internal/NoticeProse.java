package org.fangxin.law.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.law.CalendarDay;
import org.jspecify.annotations.Nullable;

/**
 * The notice as the State Council prints it: {@code 一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周一）上班。} Every
 * sentence that says 放假 lists days off, every sentence that says 上班 make-up days.
 */
final class NoticeProse {
    private static final Pattern HEADING =
            Pattern.compile("(?<![一二三四五六七八九十])[一二三四五六七八九十]+、\\s*([^：:，。\\s]{2,20})[：:]([^\\n]*)");
    private static final Pattern TITLE_YEAR = Pattern.compile("(20\\d\\d)年部分节假日");
    private static final String DAY = "(?:(20\\d\\d)年)?(?:(\\d{1,2})月)?(\\d{1,2})日(?:[（(][^）)]*[）)])?";
    private static final Pattern SPAN = Pattern.compile(DAY + "(?:\\s*(至)\\s*" + DAY + ")?");

    private NoticeProse() {}

    static boolean looksLike(String text) {
        return HEADING.matcher(text).find();
    }

    /** The year in the title, or null. */
    static @Nullable Integer year(String text) {
        Matcher title = TITLE_YEAR.matcher(text);
        return title.find() ? Integer.valueOf(title.group(1)) : null;
    }

    /** Days off and make-up days; empty when a date cannot be. */
    static List<CalendarDay> days(String text, int year) {
        List<CalendarDay> days = new ArrayList<>();
        Matcher heading = HEADING.matcher(text);
        try {
            while (heading.find()) {
                paragraph(heading.group(1), heading.group(2), year, days);
            }
        } catch (DateTimeException impossible) {
            return List.of();
        }
        return days;
    }

    private static void paragraph(String holiday, String body, int year, List<CalendarDay> days) {
        for (String sentence : body.split("。")) {
            boolean works = sentence.contains("上班");
            if (works || sentence.contains("放假")) {
                sentence(sentence, year)
                        .forEach(day -> days.add(new CalendarDay(day, works, works ? holiday + "调休上班" : holiday)));
            }
        }
    }

    private static List<LocalDate> sentence(String sentence, int year) {
        List<LocalDate> days = new ArrayList<>();
        Matcher span = SPAN.matcher(sentence);
        int month = 0;
        while (span.find()) {
            month = span.group(2) == null ? month : Integer.parseInt(span.group(2));
            LocalDate from = date(span.group(1), month, span.group(3), year);
            LocalDate to = from;
            if (span.group(4) != null) {
                int lastMonth = span.group(6) == null ? month : Integer.parseInt(span.group(6));
                int sameYear = lastMonth < month ? from.getYear() + 1 : from.getYear();
                to = date(span.group(5), lastMonth, span.group(7), sameYear);
                month = lastMonth;
            }
            if (to.isBefore(from)) {
                throw new DateTimeException(from + " after " + to);
            }
            from.datesUntil(to.plusDays(1)).limit(60).forEach(days::add);
        }
        return days;
    }

    private static LocalDate date(@Nullable String year, int month, String day, int standardYear) {
        return LocalDate.of(year == null ? standardYear : Integer.parseInt(year), month, Integer.parseInt(day));
    }
}
