package org.fangxin.law.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.law.CalendarDay;

/** The calendar that ships with the program: the State Council's notices and the statutory holidays by date. */
public final class CalendarFiles {
    private static final String DAYS = "/law/calendar/days.csv";
    private static final String STATUTORY = "/law/calendar/statutory-days.csv";
    private static final TableCalendar SHIPPED =
            new TableCalendar(days(), years(), statutoryDays().keySet());

    private CalendarFiles() {}

    public static TableCalendar shipped() {
        return SHIPPED;
    }

    /** Days of the notices: off, or make-up days. */
    public static List<CalendarDay> days() {
        List<CalendarDay> days = new ArrayList<>();
        for (String line : Resources.lines(DAYS)) {
            String[] parts = line.split(",");
            boolean sound = parts.length == 3 && (parts[1].equals("0") || parts[1].equals("1"));
            if (!sound || days.stream().anyMatch(day -> day.date().toString().equals(parts[0]))) {
                throw new LawFileFault(List.of(DAYS + ": " + line));
            }
            days.add(new CalendarDay(date(DAYS, parts[0]), parts[1].equals("1"), parts[2]));
        }
        return days;
    }

    /** Years that have a table, with the notice's title. */
    public static Map<Integer, String> years() {
        return days().stream()
                .map(day -> day.date().getYear())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), CalendarFiles::noticeOf));
    }

    /** Title of the notice that fixes a year's holidays. */
    public static String noticeOf(int year) {
        return "国务院办公厅关于" + year + "年部分节假日安排的通知";
    }

    /** Statutory holidays (the regulation's own days), date → name, also of years to come. */
    public static Map<LocalDate, String> statutoryDays() {
        Map<LocalDate, String> days = new LinkedHashMap<>();
        for (String line : Resources.lines(STATUTORY)) {
            String[] parts = line.split(",");
            days.put(date(STATUTORY, parts[0]), parts[1]);
        }
        return days;
    }

    /** Statutory holidays of one year. */
    public static Set<LocalDate> statutoryDaysOf(int year) {
        return statutoryDays().keySet().stream()
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toSet());
    }

    private static LocalDate date(String file, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException broken) {
            throw new LawFileFault(List.of(file + ": no date: " + text));
        }
    }
}
