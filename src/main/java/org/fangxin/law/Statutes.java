package org.fangxin.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.law.internal.BookStatutes;

/**
 * The rules and the counting; pure, deterministic for one calendar and one set of settings. {@link #forAgency} gives the
 * same with an agency's own settings and service promises.
 */
public interface Statutes {
    /** The rule of this id ({@code order121.complaint.accept}), whenever it was or is in force. */
    Optional<Rule> rule(String id);

    /** Every rule of the files, in their order. */
    List<Rule> all();

    /** All rules in force on a day. */
    List<Rule> inForceOn(LocalDate day);

    /** Which complaint-and-report order governs a case received on this day: {@code order121}, {@code order20}. */
    String lawOf(LocalDate receivedOn);

    /**
     * Which order's procedure applies on a day to a case received earlier: that of the receipt, unless the setting
     * {@code law.transition} is {@code PROCEDURE_NEW}.
     */
    String procedureOf(LocalDate receivedOn, LocalDate actsOn);

    /**
     * The date of a rule counted from a start, pauses left out (Art. 45). The length is the rule's own.
     *
     * @throws IllegalArgumentException for an unknown rule, pauses for a rule that allows none, or a rule that has no
     *     length of its own (SET, PROMPTLY)
     */
    DueDate due(String ruleId, Instant startedAt, List<Pause> pauses);

    /** As {@link #due(String, Instant, List)}, with a roll-over other than the setting's. */
    DueDate due(String ruleId, Instant startedAt, List<Pause> pauses, Rollover rollover);

    /** A date that was set by decision ({@code penalty.case.decide.further}, supervision orders), not counted. */
    DueDate setDate(String ruleId, Instant startedAt, LocalDate dueOn, String why);

    /**
     * A date set by a decision of {@code setOn}, put off by the days that pauses take out after it (Penalty Procedure
     * Art. 64; Order 121 Art. 22): as many days as lay between the decision and the date, counted without them.
     */
    DueDate setDate(String ruleId, Instant startedAt, LocalDate dueOn, LocalDate setOn, List<Pause> pauses);

    /** These statutes under the settings and promises of an agency (its own, or the nearest above it). */
    Statutes forAgency(String agencyCode);

    /** The shipped rules under the shipped calendar and the default settings: for pure tests and tools. */
    static Statutes builtIn() {
        return BookStatutes.shipped();
    }
}
