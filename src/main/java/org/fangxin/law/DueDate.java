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
 * @param skipped every day of the span not counted, and those rolled over
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
        List<Skipped> skipped) {
    public record Skipped(LocalDate date, String why) {}
}
