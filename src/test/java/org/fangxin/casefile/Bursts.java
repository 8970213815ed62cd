package org.fangxin.casefile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What all hands reach for at once, thrown anew each time they have met. */
final class Bursts {
    private static final int LOOKS = 40;

    /** Of these there may be one. */
    private static final Set<Act> DECISIVE = Set.of(
            Act.ACCEPT,
            Act.REFUSE,
            Act.WITHDRAW,
            Act.SETTLE,
            Act.TERMINATE_MEDIATION,
            Act.REVOKE_DECISION,
            Act.MERGE_DUPLICATE,
            Act.VERIFY,
            Act.EXTEND,
            Act.FILE,
            Act.DECLINE_FILING,
            Act.CLOSE_AS_REPEAT,
            Act.MERGE_REPORT,
            Act.DECIDE_CASE,
            Act.CLOSE_CASE,
            Act.TRANSFER,
            Act.DISTRIBUTE,
            Act.RETURN,
            Act.TAKE_UP,
            Act.RECLASSIFY,
            Act.CONVERT,
            Act.ANSWER,
            Act.REFER,
            Act.ARCHIVE);

    private enum Shape {
        ONE_ACT,
        ONE_FORM,
        ANYTHING,
        TWO_CASES,
        OPEN
    }

    private final Screens screens;
    private final RandomPeople people;
    private final Counter counter;
    private final long seed;
    private final Dice dice;
    private int many;
    private volatile Shape shape = Shape.ANYTHING;
    private volatile int place;
    private volatile Set<Act> decisive = Set.of();
    private volatile OneHand.@Nullable Planned form;

    Bursts(Screens screens, RandomPeople people, Counter counter, long seed) {
        this.screens = screens;
        this.people = people;
        this.counter = counter;
        this.seed = seed;
        this.dice = Dice.of(~seed);
    }

    int many() {
        return many;
    }

    /** By the last who came to the barrier, while all others wait. */
    void next() {
        many++;
        shape = dice.one(
                List.of(Shape.ONE_ACT, Shape.ONE_ACT, Shape.ONE_FORM, Shape.ANYTHING, Shape.TWO_CASES, Shape.OPEN));
        place = shape == Shape.TWO_CASES ? merged() : open();
        CaseState state = screens.at(place).state();
        ActRule rule = decisive(state);
        decisive = Set.of(rule.act());
        form = new OneHand(-many, seed, counter, people, screens).plan(place, rule, screens.neighbour(place));
    }

    /** What this hand does in the burst; null: opens a case. */
    OneHand.@Nullable Planned mine(OneHand hand) {
        return switch (shape) {
            case OPEN -> null;
            case ONE_FORM -> keyed(form);
            case ONE_ACT -> hand.plan(place, rule(decisive), screens.neighbour(place));
            case ANYTHING -> hand.anything(place);
            case TWO_CASES -> twoCases(hand);
        };
    }

    private static OneHand.Planned keyed(OneHand.@Nullable Planned plan) {
        OneHand.Planned what = java.util.Objects.requireNonNull(plan);
        return new OneHand.Planned(
                what.token(),
                what.caseNo(),
                what.act(),
                what.actor(),
                what.version(),
                what.fields(),
                "key-" + what.token());
    }

    private ActRule rule(Set<Act> acts) {
        Kind kind = screens.at(place).state().kind();
        return acts.stream()
                .flatMap(act -> Procedures.rule(act, kind).stream())
                .findFirst()
                .orElseThrow();
    }

    private ActRule decisive(CaseState state) {
        List<ActRule> fitting = Procedures.catalogue().stream()
                .filter(rule ->
                        rule.kinds().contains(state.kind()) && rule.stages().contains(state.stage()))
                .toList();
        List<ActRule> decisions =
                fitting.stream().filter(rule -> DECISIVE.contains(rule.act())).toList();
        return dice.one(decisions.isEmpty() ? fitting : decisions);
    }

    /** One that has not ended, if one is found soon. */
    private int open() {
        return look(state -> state.closedAt() == null);
    }

    /** A complaint that was merged, or could be. */
    private int merged() {
        return dice.chance(50)
                ? look(state -> complaint(state, Stage.MERGED))
                : look(state -> complaint(state, Stage.RECEIVED));
    }

    private static boolean complaint(CaseState state, Stage stage) {
        return state.kind() == Kind.COMPLAINT && state.stage() == stage;
    }

    private int look(Predicate<CaseState> wanted) {
        return IntStream.range(0, LOOKS)
                .map(look -> dice.below(screens.many()))
                .filter(at -> wanted.test(screens.at(at).state()))
                .findFirst()
                .orElseGet(() -> dice.below(screens.many()));
    }

    /** Half of them from one side, half from the other: each act reaches into both. */
    private OneHand.Planned twoCases(OneHand hand) {
        CaseState here = screens.at(place).state();
        int there = here.related().entrySet().stream()
                .filter(link -> link.getValue().equals("MERGED_INTO"))
                .map(Map.Entry::getKey)
                .map(no -> screens.place(no, place ^ 1))
                .findFirst()
                .orElse(place ^ 1);
        boolean mine = hand.even();
        CaseState from = screens.at(mine ? place : there).state();
        List<ActRule> both = Procedures.catalogue().stream()
                .filter(rule ->
                        rule.kinds().contains(from.kind()) && rule.stages().contains(from.stage()))
                .filter(Bursts::reachesFurther)
                .toList();
        String other = screens.at(mine ? there : place).state().caseNo();
        return both.isEmpty()
                ? hand.anything(mine ? place : there)
                : hand.plan(mine ? place : there, hand.one(both), other);
    }

    private static boolean reachesFurther(ActRule rule) {
        return rule.act() == Act.UNMERGE_DUPLICATE
                || rule.fields().stream().anyMatch(field -> field.type() == FieldSpec.Type.CASE);
    }
}
