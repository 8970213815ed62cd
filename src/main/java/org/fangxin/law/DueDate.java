package org.fangxin.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date of law with its reason, as {@code GET /api/v1/law/deadline} answers it.
 *
 * @param nominal last day by counting, before any roll-over; null while paused without end or when the unit is hours
 *     or minutes
 * @param dueOn in time until 24:00 of this day (Asia/Shanghai); null while paused without end
 * @param dueAt exact instant for hour and minute rules, else null
 * @param actBy last working day not after {@code nominal}: queues warn by it
 * @param provisional true when the count enters a year without an official table 暂定
 * @param reason the whole reason in Chinese, article included
 * @param skipped every day of the span not counted, and those rolled over; the day of start comes first
 * @param stopped set while an open pause holds the clock, then {@code dueOn} is null
 */
public record DueDate(
        String rule,
        String article,
        boolean inForce,
        Instant startedAt,
        @Nullable LocalDate nominal,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable LocalDate actBy,
        boolean provisional,
        String reason,
        List<Skipped> skipped,
        @Nullable Stopped stopped) {
    public DueDate {
        skipped = List.copyOf(skipped);
    }

    /** A day that does not count, and why: 国庆节, 周日, 起算日不计入, or the pause with its paper. */
    public record Skipped(LocalDate date, String why) {}

    /**
     * A clock that an open pause holds.
     *
     * @param since the last day that still counted (Art. 45: the day of the paper itself counts)
     * @param left units (working days or days) that remain when it resumes
     */
    public record Stopped(LocalDate since, String why, int left) {}
}
