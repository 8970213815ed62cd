package org.fangxin.law.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.law.CalendarDay;

/**
 * The State Council's notice of one year's holidays, checked.
 *
 * @param days days off and make-up days, in order; some may lie in the weeks next to the year
 */
public record HolidayNotice(int year, String source, List<CalendarDay> days) {
    public HolidayNotice {
        days = days.stream().sorted(Comparator.comparing(CalendarDay::date)).toList();
    }

    /** The first day whose meaning changes. */
    public LocalDate first() {
        LocalDate begin = LocalDate.of(year, 1, 1);
        LocalDate day = days.isEmpty() ? begin : days.getFirst().date();
        return day.isBefore(begin) ? day : begin;
    }

    /** The last day whose meaning changes. */
    public LocalDate last() {
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate day = days.isEmpty() ? end : days.getLast().date();
        return day.isAfter(end) ? day : end;
    }

    /** What looks wrong, in Chinese; none of it stops the import. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        Set<LocalDate> off = days.stream()
                .filter(day -> !day.working())
                .map(CalendarDay::date)
                .collect(Collectors.toSet());
        String missing = CalendarFiles.statutoryDays().entrySet().stream()
                .filter(day -> day.getKey().getYear() == year && !off.contains(day.getKey()))
                .map(day -> ChineseDates.day(day.getKey(), year) + day.getValue())
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            warnings.add("这些法定节日没有列为放假，请核对：" + missing + "。");
        }
        days.stream()
                .filter(day -> day.working() && !weekend(day.date()))
                .forEach(day -> warnings.add(ChineseDates.dayAndWeekday(day.date(), year) + "不是周末，却列为上班，请核对。"));
        return warnings;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
