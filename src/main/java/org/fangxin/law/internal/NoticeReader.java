package org.fangxin.law.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.internal.NoticeReader.Reading.Bad;
import org.fangxin.law.internal.NoticeReader.Reading.Good;
import org.jspecify.annotations.Nullable;

/**
 * Reads a year's holidays from lines ({@code 2027-01-01,0,元旦}; 1 or 上班 works, 0 or 放假 is off) or from the notice's own
 * prose. One bad line refuses the whole: half a calendar is worse than none.
 */
public final class NoticeReader {
    private static final int OLDEST = 2000;
    private static final int LATEST = 2099;
    private static final Map<String, Boolean> WORKING =
            Map.of("0", false, "1", true, "放假", false, "休", false, "上班", true, "班", true);

    private NoticeReader() {}

    /** What came out: a notice, or what is wrong. */
    public sealed interface Reading {
        record Good(HolidayNotice notice) implements Reading {}

        record Bad(List<Fault> faults) implements Reading {}
    }

    /** @param line number from 1, or 0 for the whole */
    public record Fault(int line, String message) {}

    /**
     * @param year the notice's year, or null: that of most of its days
     * @param source the notice's title, or null
     */
    public static Reading read(String text, @Nullable Integer year, @Nullable String source) {
        if (NoticeProse.looksLike(text)) {
            Integer theYear = year == null ? NoticeProse.year(text) : year;
            return theYear == null
                    ? new Bad(List.of(new Fault(0, "通知里没有写明年份，请另外给出 year。")))
                    : check(NoticeProse.days(text, theYear), theYear, source);
        }
        List<CalendarDay> days = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            readLine(lines.get(i), i + 1, days, faults);
        }
        return faults.isEmpty() ? check(days, year, source) : new Bad(faults);
    }

    /** Checks days that are already apart, as {@link #read} does. */
    public static Reading check(List<CalendarDay> days, @Nullable Integer year, @Nullable String source) {
        List<Fault> faults = new ArrayList<>();
        if (days.isEmpty()) {
            return new Bad(List.of(new Fault(0, "没有读到日期。每行写“日期,0放假或1上班,名称”，或者粘贴通知原文。")));
        }
        int theYear = year == null ? mostCommonYear(days) : year;
        if (theYear < OLDEST || theYear > LATEST) {
            return new Bad(List.of(new Fault(0, "年份应在 " + OLDEST + " 到 " + LATEST + " 之间。")));
        }
        Map<LocalDate, CalendarDay> seen = new TreeMap<>();
        for (int i = 0; i < days.size(); i++) {
            CalendarDay day = days.get(i);
            if (!near(day.date(), theYear)) {
                faults.add(new Fault(i + 1, day.date() + " 不在 " + theYear + " 年的放假安排里。"));
            }
            CalendarDay before = seen.put(day.date(), day);
            if (before != null) {
                faults.add(new Fault(i + 1, day.date() + " 写了两次。"));
            }
        }
        String title = source == null || source.isBlank() ? CalendarFiles.noticeOf(theYear) : source.strip();
        return faults.isEmpty() ? new Good(new HolidayNotice(theYear, title, days)) : new Bad(faults);
    }

    private static void readLine(String raw, int number, List<CalendarDay> days, List<Fault> faults) {
        String line = raw.replace("\uFEFF", "").strip();
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("date") || line.startsWith("日期")) {
            return;
        }
        String[] parts = line.split("(?:(?<!\\s)\\s+)?[,，;；\t]\\s*", 3);
        Boolean working = parts.length < 2 ? null : WORKING.get(parts[1]);
        LocalDate date = date(parts[0]);
        if (date == null) {
            faults.add(new Fault(number, "看不懂的日期：" + shortened(parts[0]) + "。请写成 2027-01-01。"));
        } else if (working == null) {
            faults.add(new Fault(number, "第二格请写 0（放假）或者 1（上班）。"));
        } else {
            String name = parts.length < 3 || parts[2].isBlank() ? null : shortened(parts[2]);
            days.add(new CalendarDay(date, working, name));
        }
    }

    private static @Nullable LocalDate date(String text) {
        String[] parts = text.split("[-/.年月日]");
        if (parts.length != 3) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }

    private static int mostCommonYear(List<CalendarDay> days) {
        return days.stream()
                .map(day -> day.date().getYear())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<Integer, Long>::getValue).thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    /** The year itself, the December before and the January after: notices reach over the turn of the year. */
    private static boolean near(LocalDate day, int year) {
        return !day.isBefore(LocalDate.of(year - 1, 12, 1)) && !day.isAfter(LocalDate.of(year + 1, 1, 31));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40);
    }
}
