package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * A second way of counting working days, that shares nothing with the program but the State Council's list of days: one day
 * after the other, the first day not counted.
 */
final class WorkdayOracle {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Map<LocalDate, Boolean> different = new HashMap<>();

    WorkdayOracle() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/main/resources/law/calendar/days.csv"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(",");
                different.put(LocalDate.parse(parts[0]), parts[1].equals("1"));
            }
        }
    }

    boolean works(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return different.getOrDefault(day, weekday);
    }

    /** The last of so many working days after the day of the instant. */
    LocalDate after(Instant received, int workingDays) {
        LocalDate day = received.atZone(ZONE).toLocalDate();
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= works(day) ? 1 : 0;
        }
        return day;
    }

    /** So many days after the day of the instant; an end on a day of rest moves to the next working day. */
    LocalDate calendarDays(Instant received, int days) {
        LocalDate day = received.atZone(ZONE).toLocalDate().plusDays(days);
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
