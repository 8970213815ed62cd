package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What must hold for every start and every pause; the seed is fixed, so a failure comes back. */
class CountingPropertiesTest {
    private static final int TRIALS = 3_000;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final Statutes statutes = Statutes.builtIn();
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final List<Rule> counted = statutes.all().stream()
            .filter(rule -> rule.unit() == Rule.Unit.WORKING_DAY || rule.unit() == Rule.Unit.DAY)
            .toList();

    @Test
    void aPauseNeverBringsTheDateForward() {
        trials(random -> {
            Rule rule = pausable(random);
            Instant start = start(random);
            List<Pause> pauses = pauses(random, start);
            assertThat(dueOn(rule, start, pauses)).isAfterOrEqualTo(dueOn(rule, start, List.of()));
        });
    }

    @Test
    void onePauseMoreNeverBringsTheDateForward() {
        trials(random -> {
            Rule rule = pausable(random);
            Instant start = start(random);
            List<Pause> pauses = pauses(random, start);
            List<Pause> more = new ArrayList<>(pauses);
            more.addAll(pauses(random, start));
            assertThat(dueOn(rule, start, more)).isAfterOrEqualTo(dueOn(rule, start, pauses));
        });
    }

    @Test
    void theSamePauseTwiceIsLeftOutOnce() {
        trials(random -> {
            Rule rule = pausable(random);
            Instant start = start(random);
            List<Pause> pauses = pauses(random, start);
            List<Pause> twice = new ArrayList<>(pauses);
            twice.addAll(pauses);
            assertThat(dueOn(rule, start, twice)).isEqualTo(dueOn(rule, start, pauses));
        });
    }

    @Test
    void anExtensionIsNeverEarlier() {
        trials(random -> counted.stream()
                .filter(rule -> rule.extendedBy() != null)
                .filter(rule -> statutes.rule(rule.extendedBy()).orElseThrow().length() > 0)
                .forEach(rule -> {
                    Instant start = start(random);
                    List<Pause> pauses = rule.pauseReasons().isEmpty() ? List.of() : pauses(random, start);
                    Rule longer = statutes.rule(rule.extendedBy()).orElseThrow();
                    assertThat(dueOn(longer, start, pauses)).isAfter(dueOn(rule, start, pauses));
                }));
    }

    @Test
    void aLaterStartIsNeverDueEarlier() {
        trials(random -> {
            Rule rule = any(random);
            Instant start = start(random);
            Instant later = start.plusSeconds(random.nextInt(20 * 86_400));
            assertThat(dueOn(rule, later, List.of())).isAfterOrEqualTo(dueOn(rule, start, List.of()));
        });
    }

    @Test
    void workingDayPeriodsAndRolledPeriodsEndOnAWorkingDay() {
        trials(random -> assertThat(calendar.works(dueOn(any(random), start(random), List.of())))
                .isTrue());
    }

    @Test
    void actByIsAWorkingDayNoLaterThanAnyReadingOfTheDate() {
        trials(random -> {
            Rule rule = any(random);
            Instant start = start(random);
            for (Rollover rollover : Rollover.values()) {
                DueDate due = statutes.due(rule.id(), start, List.of(), rollover);
                assertThat(due.actBy()).isBeforeOrEqualTo(due.nominal()).isBeforeOrEqualTo(due.dueOn());
                assertThat(calendar.works(Objects.requireNonNull(due.actBy()))).isTrue();
            }
        });
    }

    @Test
    void theHourOfTheDayChangesNothing() {
        trials(random -> {
            Rule rule = any(random);
            LocalDate day = FIRST.plusDays(random.nextInt(1_000));
            Instant morning = day.atStartOfDay(WorkedDates.SHANGHAI).toInstant();
            assertThat(dueOn(rule, morning.plusSeconds(random.nextInt(86_400)), List.of()))
                    .isEqualTo(dueOn(rule, morning, List.of()));
        });
    }

    @Test
    void skippedAndCountedDaysTogetherAreTheWholeSpan() {
        trials(random -> {
            Rule rule = pausable(random);
            Instant start = start(random);
            DueDate due = statutes.due(rule.id(), start, pauses(random, start));
            LocalDate from = start.atZone(WorkedDates.SHANGHAI).toLocalDate();
            long span = from.datesUntil(Objects.requireNonNull(due.nominal()).plusDays(1))
                    .count();
            long skipped = due.skipped().stream()
                    .map(DueDate.Skipped::date)
                    .filter(day -> due.dueOn().equals(due.nominal()) || day.isBefore(due.nominal()))
                    .distinct()
                    .count();
            assertThat(span - skipped).isEqualTo(rule.length());
        });
    }

    @Test
    void anOpenPauseStopsTheClockAndResumesWithWhatWasLeft() {
        trials(random -> {
            Rule rule = pausable(random);
            Instant start = start(random);
            LocalDate from = start.atZone(WorkedDates.SHANGHAI).toLocalDate().plusDays(random.nextInt(10));
            DueDate stopped = statutes.due(rule.id(), start, List.of(new Pause(from, null, "检测")));
            LocalDate back = from.plusDays(random.nextInt(40));
            DueDate resumed = statutes.due(rule.id(), start, List.of(new Pause(from, back, "检测")));

            assertThat(stopped.dueOn()).isNull();
            int left = Objects.requireNonNull(stopped.stopped()).left();
            LocalDate nominal = Objects.requireNonNull(resumed.nominal());
            long counted = back.plusDays(1)
                    .datesUntil(nominal.plusDays(1))
                    .filter(day -> rule.unit() == Rule.Unit.DAY || calendar.works(day))
                    .count();
            assertThat(counted).isEqualTo(left);
        });
    }

    private static void trials(Consumer<Random> trial) {
        Random random = new Random(20260415);
        for (int i = 0; i < TRIALS; i++) {
            trial.accept(random);
        }
    }

    private Rule any(Random random) {
        return counted.get(random.nextInt(counted.size()));
    }

    private Rule pausable(Random random) {
        List<Rule> rules =
                counted.stream().filter(rule -> !rule.pauseReasons().isEmpty()).toList();
        return rules.get(random.nextInt(rules.size()));
    }

    private static Instant start(Random random) {
        return FIRST.atStartOfDay(WorkedDates.SHANGHAI).toInstant().plusSeconds(random.nextInt(1_000 * 86_400));
    }

    private static List<Pause> pauses(Random random, Instant start) {
        LocalDate from = start.atZone(WorkedDates.SHANGHAI).toLocalDate();
        List<Pause> pauses = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            LocalDate after = from.plusDays(random.nextInt(90) - 10);
            pauses.add(new Pause(after, after.plusDays(random.nextInt(60)), "检测"));
        }
        return pauses;
    }

    private LocalDate dueOn(Rule rule, Instant start, List<Pause> pauses) {
        return Objects.requireNonNull(statutes.due(rule.id(), start, pauses).dueOn());
    }
}
