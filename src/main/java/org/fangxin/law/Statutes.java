package org.fangxin.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rules and the counting; pure, deterministic for one calendar and one set of settings. */
public interface Statutes {
    /** The rule of this id ({@code order121.complaint.accept}), whenever it was or is in force. */
    Optional<Rule> rule(String id);

    /** All rules in force on a day. */
    List<Rule> inForceOn(LocalDate day);

    /** Which complaint-and-report order governs a case received on this day: {@code order121}, {@code order20}. */
    String lawOf(LocalDate receivedOn);

    /**
     * The date of a rule counted from a start, pauses left out (Art. 45). The length is the rule's own.
     *
     * @throws IllegalArgumentException for an unknown rule, or pauses for a rule that allows none
     */
    DueDate due(String ruleId, Instant startedAt, List<Pause> pauses);

    /** A date that was set by decision ({@code penalty.case.decide.further}, supervision orders), not counted. */
    DueDate setDate(String ruleId, Instant startedAt, LocalDate dueOn, String why);
}
