package org.fangxin.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.fangxin.credit.GradeRule.Band;
import org.fangxin.credit.GradeRule.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule table at work: examples by hand, and what holds whatever the facts. */
class GradingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 6);
    private static final GradeRule RULE = new GradeRule(
            List.of(
                    new Weight(Factor.COMPLAINT, 2, 3, 12, 20, null),
                    new Weight(Factor.GREEN_KEPT, 1, 0, 12, 5, null),
                    new Weight(Factor.PENALTY, 12, 0, 24, 36, "B"),
                    new Weight(Factor.SERIOUS_LIST, 40, 0, 36, 40, "D")),
            List.of(new Band("A", 90, 5), new Band("B", 75, 10), new Band("C", 60, 30), new Band("D", 0, 100)),
            3);

    interface Computing {
        Graded grade(GradeRule rule, List<Fact> facts, LocalDate day);
    }

    @Test
    void eightComplaintsTakeTenPointsAndLeaveAnA() {
        // three are free, five count: 100 - 5 * 2 = 90, just A
        Graded graded = Grading.grade(RULE, many(Factor.COMPLAINT, 8, DAY), DAY);
        assertThat(graded.score()).isEqualTo(90);
        assertThat(graded.grade()).isEqualTo("A");
        assertThat(graded.reasons().getFirst())
                .extracting(Graded.Reason::found, Graded.Reason::counted, Graded.Reason::points)
                .containsExactly(8, 5, -10);
        assertThat(Grading.grade(RULE, many(Factor.COMPLAINT, 9, DAY), DAY).grade())
                .isEqualTo("B");
    }

    @Test
    void aCapHoldsAndGoodNeverLiftsAboveFull() {
        assertThat(Grading.grade(RULE, many(Factor.COMPLAINT, 90, DAY), DAY).score())
                .isEqualTo(80);
        assertThat(Grading.grade(RULE, many(Factor.GREEN_KEPT, 90, DAY), DAY).score())
                .isEqualTo(100);
        List<Fact> both = new ArrayList<>(many(Factor.COMPLAINT, 8, DAY));
        both.addAll(many(Factor.GREEN_KEPT, 9, DAY));
        assertThat(Grading.grade(RULE, both, DAY).score()).isEqualTo(95);
    }

    @Test
    void aPenaltyOnItsLastDayLeavesAtBestABAndADayLaterNothing() {
        List<Fact> facts = many(Factor.PENALTY, 1, LocalDate.of(2024, 5, 7));
        Graded counted = Grading.grade(RULE, facts, DAY);
        assertThat(counted.score()).isEqualTo(88);
        assertThat(counted.grade()).isEqualTo("B");
        assertThat(Grading.grade(RULE, facts, DAY.plusDays(1)).grade()).isEqualTo("A");
        assertThat(Grading.grade(RULE, many(Factor.PENALTY, 1, DAY.plusDays(1)), DAY)
                        .score())
                .as("nothing from tomorrow")
                .isEqualTo(100);
        assertThat(Grading.grade(RULE, many(Factor.SERIOUS_LIST, 1, DAY), DAY).grade())
                .isEqualTo("D");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsWhateverTheFacts(long seed) {
        assertThat(faults(Grading::grade, seed)).isEmpty();
    }

    @Test
    void aTwinThatForgetsThePeriodTheCapOrTheOrderIsFound() {
        Computing noPeriod = (rule, facts, day) -> Grading.grade(
                rule,
                facts.stream()
                        .map(f -> new Fact(f.factor(), day, f.caseNo(), f.paperNo(), null, ""))
                        .toList(),
                day);
        Computing lastOnly = (rule, facts, day) ->
                Grading.grade(rule, facts.isEmpty() ? facts : facts.subList(0, Math.max(1, facts.size() / 2)), day);
        Computing kind = (rule, facts, day) -> facts.size() > 9
                ? new Graded("A", 100, Grading.grade(rule, List.of(), day).reasons())
                : Grading.grade(rule, facts, day);
        for (Computing broken : List.of(noPeriod, lastOnly, kind)) {
            assertThat(LongStream.range(0, 300)
                            .anyMatch(seed -> !faults(broken, seed).isEmpty()))
                    .isTrue();
        }
    }

    private static List<String> faults(Computing computing, long seed) {
        Random random = new Random(seed);
        List<Fact> facts = some(random);
        Graded graded = computing.grade(RULE, facts, DAY);
        List<String> faults = new ArrayList<>();
        List<Fact> mixed = new ArrayList<>(facts);
        Collections.shuffle(mixed, random);
        Graded again = computing.grade(RULE, mixed, DAY);
        check(faults, graded.score() >= 0 && graded.score() <= 100, "score out of range");
        check(faults, again.score() == graded.score() && again.grade().equals(graded.grade()), "order matters");
        List<Fact> worse = new ArrayList<>(facts);
        worse.addAll(many(Factor.PENALTY, 1, DAY));
        Graded after = computing.grade(RULE, worse, DAY);
        check(faults, after.score() <= graded.score(), "a penalty raises the score");
        check(faults, after.grade().compareTo(graded.grade()) >= 0, "a penalty betters the grade");
        List<Fact> old = new ArrayList<>(facts);
        old.addAll(many(Factor.PENALTY, 2, DAY.minusMonths(24)));
        check(faults, computing.grade(RULE, old, DAY).score() == graded.score(), "what is over counts");
        int sum = graded.reasons().stream().mapToInt(Graded.Reason::points).sum();
        check(faults, graded.score() == Math.clamp(100 + sum, 0, 100), "the reasons do not add up");
        return faults;
    }

    private static void check(List<String> faults, boolean fine, String fault) {
        if (!fine) {
            faults.add(fault);
        }
    }

    private static List<Fact> some(Random random) {
        List<Fact> facts = new ArrayList<>();
        for (int i = random.nextInt(14); i > 0; i--) {
            Factor factor = RULE.factors().get(random.nextInt(4)).factor();
            LocalDate on = DAY.minusDays(random.nextInt(1500) - 30L);
            facts.add(new Fact(factor, on, "C" + i, null, null, ""));
        }
        return facts;
    }

    private static List<Fact> many(Factor factor, int n, LocalDate on) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            facts.add(new Fact(factor, on, "M" + i, null, null, ""));
        }
        return facts;
    }
}
