package org.fangxin.law;

import java.time.Instant;

/** What became of a clock, beyond its date; a paused clock is seen from {@link DueDate#stopped()}. */
public sealed interface ClockEnd {
    /** Still owed, running or paused. */
    ClockEnd OPEN = new Open();

    /** Still owed. */
    record Open() implements ClockEnd {}

    /** ■ The duty was done. */
    record Met(Instant at) implements ClockEnd {}

    /** ✕ No longer owed. */
    record Lifted(Instant at) implements ClockEnd {}
}
