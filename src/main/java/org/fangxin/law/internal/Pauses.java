package org.fangxin.law.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fangxin.law.Pause;

/**
 * The pauses of one clock, as their union: a day under two of them is left out once. A day d lies in a pause (a, b] when
 * a &lt; d ≤ b: the day sent still counts, the day of return does not (Art. 45's own principle).
 */
final class Pauses {
    private final List<Pause> ordered;

    Pauses(List<Pause> pauses) {
        ordered = pauses.stream().sorted(Comparator.comparing(Pause::after)).toList();
    }

    List<Pause> ordered() {
        return ordered;
    }

    /** The first closed pause that holds the day. */
    Optional<Pause> closedAt(LocalDate day) {
        return ordered.stream()
                .filter(pause -> pause.through() != null
                        && pause.after().isBefore(day)
                        && !pause.through().isBefore(day))
                .findFirst();
    }

    /** The open pause that holds the day. */
    Optional<Pause> openAt(LocalDate day) {
        return ordered.stream()
                .filter(pause -> pause.through() == null && pause.after().isBefore(day))
                .findFirst();
    }
}
