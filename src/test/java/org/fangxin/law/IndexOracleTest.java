package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A second method of counting, by index into lists of days instead of walking, against a hundred thousand generated
 * cases. The lengths stand here once more, apart from the rule files.
 */
class IndexOracleTest {
    private static final int CASES = 100_000;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int DAYS = 7 * 366;
    private static final List<Known> RULES = List.of(
            new Known("order121.complaint.accept", 7, true, false),
            new Known("order121.complaint.mediate", 60, false, true),
            new Known("order121.complaint.notify-termination", 7, true, false),
            new Known("order121.clue.verify", 15, true, true),
            new Known("order121.clue.verify.extended", 30, true, true),
            new Known("order121.dispute.negotiate", 7, true, false),
            new Known("penalty.report.verify", 15, true, true),
            new Known("penalty.report.verify.extended", 30, true, true),
            new Known("penalty.case.decide", 90, false, true),
            new Known("penalty.case.decide.extended", 120, false, true),
            new Known("order20.complaint.mediate", 45, true, true));

    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final Statutes statutes = Statutes.builtIn();
    private final boolean[] works = new boolean[DAYS];

    private record Known(String rule, int length, boolean workingDays, boolean pausable) {}

    IndexOracleTest() {
        for (int day = 0; day < DAYS; day++) {
            works[day] = calendar.works(FIRST.plusDays(day));
        }
    }

    @Test
    void agreesWithCountingByIndex() {
        Random random = new Random(121);
        for (int i = 0; i < CASES; i++) {
            Known known = RULES.get(random.nextInt(RULES.size()));
            int start = random.nextInt(4 * 365);
            List<Pause> pauses = known.pausable() ? pauses(random, start) : List.of();
            int nominal = nominal(known, start, pauses);
            int due = known.workingDays() ? nominal : firstWorking(nominal);

            DueDate date = statutes.due(known.rule(), instant(random, start), pauses);

            assertThat(date.nominal()).as("%s %s", known, pauses).isEqualTo(FIRST.plusDays(nominal));
            assertThat(date.dueOn()).as("%s %s", known, pauses).isEqualTo(FIRST.plusDays(due));
        }
    }

    /** The n-th day that is left when rest days and paused days have been taken out. */
    private int nominal(Known known, int start, List<Pause> pauses) {
        boolean[] counts = known.workingDays() ? works.clone() : allDays();
        for (Pause pause : pauses) {
            int from = index(pause.after()) + 1;
            int to = index(pause.through()) + 1;
            Arrays.fill(counts, Math.max(0, from), Math.max(0, to), false);
        }
        int[] left = IntStream.range(start + 1, DAYS).filter(day -> counts[day]).toArray();
        return left[known.length() - 1];
    }

    private int firstWorking(int day) {
        return IntStream.range(day, DAYS)
                .filter(index -> works[index])
                .findFirst()
                .orElseThrow();
    }

    private static boolean[] allDays() {
        boolean[] all = new boolean[DAYS];
        Arrays.fill(all, true);
        return all;
    }

    private static List<Pause> pauses(Random random, int start) {
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate after = FIRST.plusDays(Math.max(0, start - 5 + random.nextInt(100)));
            pauses.add(new Pause(after, after.plusDays(random.nextInt(50)), "检测"));
        }
        return pauses;
    }

    private static int index(@Nullable LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(FIRST, day));
    }

    private static Instant instant(Random random, int day) {
        return FIRST.plusDays(day)
                .atStartOfDay(WorkedDates.SHANGHAI)
                .plusSeconds(random.nextInt(86_400))
                .toInstant();
    }
}
