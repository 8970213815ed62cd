package org.fangxin.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fangxin.law.Statutes;

/** R7: dates of law against a second way of counting, on generated instants, half of them near midnight. */
final class DatesCounted implements Experiment {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 3 * 365;
    private static final int SECONDS = 86_400;
    private static final int NEAR_MIDNIGHT = 120;
    private static final List<Known> RULES = List.of(
            new Known("order121.complaint.accept", 7, true),
            new Known("order121.complaint.mediate", 60, false),
            new Known("order121.complaint.notify-termination", 7, true),
            new Known("order121.clue.verify", 15, true),
            new Known("penalty.report.verify", 15, true),
            new Known("penalty.report.verify.extended", 30, true),
            new Known("penalty.case.decide", 90, false));

    private record Known(String rule, int length, boolean workingDays) {}

    @Override
    public String id() {
        return "R7";
    }

    @Override
    public String promise() {
        return "法定期限和另一种算法逐件相同（收到时刻随机，一半在零点前后两分钟）";
    }

    @Override
    public String plant() {
        return "从处理时刻而不是收到时刻起算";
    }

    @Override
    public int usualRounds() {
        return 10_000;
    }

    @Override
    public String unit() {
        return "cases";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, 0);
    }

    /** Handled a few minutes or hours later than received, as a queue or a restart does it. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 6 * 3600);
    }

    private static Outcome run(Setting setting, int mostLate) throws Exception {
        Statutes statutes = Statutes.builtIn();
        WorkdayOracle oracle = new WorkdayOracle();
        Random random = new Random(setting.seed());
        long wrong = 0;
        String first = "";
        for (int i = 0; i < setting.rounds(); i++) {
            Known known = RULES.get(random.nextInt(RULES.size()));
            Instant received = received(random);
            Instant counted = received.plusSeconds(mostLate == 0 ? 0 : random.nextInt(mostLate));
            LocalDate due = statutes.due(known.rule(), counted, List.of()).dueOn();
            LocalDate right = known.workingDays()
                    ? oracle.after(received, known.length())
                    : oracle.calendarDays(received, known.length());
            if (!due.equals(right)) {
                wrong++;
                first = first.isEmpty() ? known.rule() + " of " + received : first;
            }
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", setting.rounds());
        figures.put("rules", RULES.size());
        return new Outcome(
                setting.rounds(), figures, wrong == 0 ? Map.of() : Map.of("wrong dates", wrong + " × (" + first + ")"));
    }

    private static Instant received(Random random) {
        Instant midnight = FIRST.plusDays(random.nextInt(DAYS))
                .atStartOfDay(WorkdayOracle.ZONE)
                .toInstant();
        return random.nextBoolean()
                ? midnight.plusSeconds(random.nextInt(SECONDS))
                : midnight.plus(random.nextInt(2 * NEAR_MIDNIGHT * 1000) - NEAR_MIDNIGHT * 1000L, ChronoUnit.MILLIS);
    }
}
