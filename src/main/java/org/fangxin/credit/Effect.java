package org.fangxin.credit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Complaints before and after a talk. Pure. The day of the talk belongs to neither side; both sides are equally long.
 *
 * @param days length of each side: 30, 60 or 90
 * @param before complaints in the days before; null when suppressed
 * @param after complaints in the days after; null when suppressed or when not all of them are past
 * @param ready whether all days after are past
 * @param suppressed a count under five that is not told outside the agency
 */
public record Effect(
        int days, @Nullable Integer before, @Nullable Integer after, boolean ready, boolean suppressed) {
    public static final List<Integer> SPANS = List.of(30, 60, 90);
    private static final int SMALL = 5;
    private static final int MONTH = 30;

    /**
     * @param received days on which complaints were received, in any order
     * @param outside told to another agency than the talk's: counts under five are left out, on both sides together
     */
    public static Effect of(List<LocalDate> received, LocalDate heldOn, LocalDate today, int days, boolean outside) {
        long before = received.stream()
                .filter(day -> day.isBefore(heldOn) && !day.isBefore(heldOn.minusDays(days)))
                .count();
        long after = received.stream()
                .filter(day -> day.isAfter(heldOn) && !day.isAfter(heldOn.plusDays(days)))
                .count();
        boolean ready = today.isAfter(heldOn.plusDays(days));
        boolean hidden = outside && (small(before) || ready && small(after));
        return new Effect(days, hidden ? null : (int) before, hidden || !ready ? null : (int) after, ready, hidden);
    }

    private static boolean small(long count) {
        return count > 0 && count < SMALL;
    }

    /** Complaints in 30 days, before. */
    public @Nullable Double beforeRate() {
        return before == null ? null : rate(before);
    }

    /** Complaints in 30 days, after. */
    public @Nullable Double afterRate() {
        return after == null ? null : rate(after);
    }

    private double rate(int count) {
        return Math.round(count * 100.0 * MONTH / days) / 100.0;
    }
}
