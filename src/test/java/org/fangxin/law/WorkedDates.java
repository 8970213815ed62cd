package org.fangxin.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The table of dates worked out apart from the program. */
final class WorkedDates {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private WorkedDates() {}

    record Row(
            String rule,
            String from,
            List<Pause> pauses,
            Rollover rollover,
            LocalDate nominal,
            LocalDate due,
            LocalDate actBy,
            boolean provisional) {
        Instant startedAt() {
            return from.length() == 10
                    ? LocalDate.parse(from).atTime(9, 30).atZone(SHANGHAI).toInstant()
                    : OffsetDateTime.parse(from).toInstant();
        }

        boolean agreesWith(DueDate date) {
            return nominal.equals(date.nominal())
                    && due.equals(date.dueOn())
                    && actBy.equals(date.actBy())
                    && provisional == date.provisional();
        }
    }

    static List<Row> all() throws IOException {
        try (var in = Objects.requireNonNull(WorkedDates.class.getResourceAsStream("/law/worked-dates.csv"));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("rule,"))
                    .map(WorkedDates::row)
                    .toList();
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        List<Pause> pauses = Arrays.stream(cells[2].split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> text.split("/"))
                .map(ends -> new Pause(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]), "检测"))
                .toList();
        return new Row(
                cells[0],
                cells[1],
                pauses,
                Rollover.valueOf(cells[3]),
                LocalDate.parse(cells[4]),
                LocalDate.parse(cells[5]),
                LocalDate.parse(cells[6]),
                Boolean.parseBoolean(cells[7]));
    }
}
