package org.fangxin.casefile.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;

/** The events before which an act cannot have taken place, as the clocks that they started or ended tell them. */
final class Since {
    private Since() {}

    /** Filing (PP 19). */
    static Instant filed(CaseState state) {
        return newest(state, rule -> rule.startsWith(FiledCaseEvolution.DECIDE))
                .map(Clock::startedAt)
                .orElse(state.receivedAt());
    }

    /** The decision, or the end of the investigation (PP 47, 60). */
    static Instant decided(CaseState state) {
        return newest(state, rule -> rule.startsWith(FiledCaseEvolution.DECIDE))
                .flatMap(clock -> Optional.ofNullable(clock.endedAt()))
                .orElseGet(() -> filed(state));
    }

    /** What makes a case fit to be closed (PP 77): the penalty performed, or a decision without one. */
    static Instant closable(CaseState state) {
        return newest(state, rule -> rule.equals(FiledCaseEvolution.CLOSE))
                .map(Clock::startedAt)
                .orElseGet(() -> decided(state));
    }

    /** 办结. */
    static Instant closed(CaseState state) {
        Instant at = state.closedAt();
        return at == null ? state.receivedAt() : at;
    }

    /** The dispute over competence (Art. 33; PP 13). */
    static Instant disputed(CaseState state) {
        return newest(state, rule -> rule.endsWith(".dispute.negotiate"))
                .map(Clock::startedAt)
                .orElse(state.receivedAt());
    }

    private static Optional<Clock> newest(CaseState state, Predicate<String> rule) {
        return state.clocks().all().stream()
                .filter(clock -> rule.test(clock.rule()))
                .reduce((first, second) -> second);
    }
}
