package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All clocks of a case, ended ones too. Immutable; each operation concerns the open clocks of that base rule. */
public record Clocks(List<Clock> all) {
    public static final Clocks NONE = new Clocks(List.of());

    public Clocks {
        all = List.copyOf(all);
    }

    public Clocks start(String rule, Instant at) {
        List<Clock> next = new ArrayList<>(all);
        next.add(Clock.started(rule, at));
        return new Clocks(next);
    }

    /** ■ met. Nothing happens when no such clock is open. */
    public Clocks meet(String rule, Instant at) {
        return change(rule, clock -> clock.ended(Clock.State.MET, at));
    }

    /** ✕ no longer owed. */
    public Clocks lift(String rule, Instant at) {
        return change(rule, clock -> clock.ended(Clock.State.LIFTED, at));
    }

    public Clocks liftAll(Instant at) {
        return new Clocks(all.stream()
                .map(clock -> clock.open() ? clock.ended(Clock.State.LIFTED, at) : clock)
                .toList());
    }

    /** ‖ paused from the day after {@code after}. */
    public Clocks pause(String rule, LocalDate after, String why) {
        return change(rule, clock -> clock.paused(after, why));
    }

    /** ▷ resumed: {@code through} is the last day that does not count. */
    public Clocks resume(String rule, LocalDate through) {
        return change(rule, clock -> clock.state() == Clock.State.PAUSED ? clock.resumed(through) : clock);
    }

    /** The newest clock of the rule, met before, is open again; nothing happens unless it is met. */
    public Clocks reopen(String rule) {
        List<Clock> next = new ArrayList<>(all);
        for (int i = next.size() - 1; i >= 0; i--) {
            if (of(next.get(i), rule)) {
                if (next.get(i).state() == Clock.State.MET) {
                    next.set(i, next.get(i).reopened());
                }
                return new Clocks(next);
            }
        }
        return this;
    }

    /** The newest clock of each of these rules, lifted at this instant, counts on from its old start. */
    public Clocks reopenLifted(Instant at, Set<String> rules) {
        List<Clock> next = new ArrayList<>(all);
        for (String rule : rules) {
            for (int i = next.size() - 1; i >= 0; i--) {
                Clock clock = next.get(i);
                if (of(clock, rule)) {
                    boolean then = clock.state() == Clock.State.LIFTED && at.equals(clock.endedAt());
                    next.set(i, then ? clock.reopened() : clock);
                    break;
                }
            }
        }
        return new Clocks(next);
    }

    /** A corrected start: every clock of these rules that counted from {@code old} counts from {@code start}. */
    public Clocks recountFrom(Instant old, Instant start, Set<String> rules) {
        return new Clocks(all.stream()
                .map(clock -> clock.startedAt().equals(old) && rules.stream().anyMatch(rule -> of(clock, rule))
                        ? clock.startingAt(start)
                        : clock)
                .toList());
    }

    /** The whole longer period from the same start. */
    public Clocks extend(String rule, String extendedRule) {
        return change(rule, clock -> clock.under(extendedRule, null, null));
    }

    /** The period ends on a day that was set by a decision of {@code decidedOn}. */
    public Clocks set(String rule, String extendedRule, LocalDate date, LocalDate decidedOn) {
        return change(rule, clock -> clock.under(extendedRule, date, decidedOn));
    }

    /** ↻ the old period ends ✕, a new one starts. */
    public Clocks restart(String rule, Instant at) {
        return lift(rule, at).start(rule, at);
    }

    /** The open clock of a rule or of its extension, if any. */
    public Optional<Clock> open(String rule) {
        return all.stream().filter(clock -> clock.open() && of(clock, rule)).findFirst();
    }

    public boolean anyOpen() {
        return all.stream().anyMatch(Clock::open);
    }

    private Clocks change(String rule, UnaryOperator<Clock> how) {
        return new Clocks(all.stream()
                .map(clock -> clock.open() && of(clock, rule) ? how.apply(clock) : clock)
                .toList());
    }

    private static boolean of(Clock clock, String rule) {
        return clock.rule().equals(rule)
                || clock.rule().equals(rule + ".extended")
                || clock.rule().equals(rule + ".further")
                || (clock.rule().startsWith(rule + ".extended."));
    }
}
