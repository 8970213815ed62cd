package org.fangxin.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.law.internal.ChineseDates;
import org.fangxin.law.internal.DeadlineReading;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as every answer shows it, ready for JSON: the date, its reason, how near it is, and the words. Times carry
 * the offset of Asia/Shanghai. Nothing here is counted in a browser.
 *
 * @param source STATUTE or PROMISE: a promise is never drawn as law
 * @param state what became of the clock; a clock met late is MET with urgency {@code overdue}
 * @param remaining null once met or lifted
 * @param words 还剩 3 个工作日，10月13日（周二）截止
 */
public record DeadlineView(
        String rule,
        String title,
        Rule.Source source,
        String article,
        OffsetDateTime startedAt,
        @Nullable LocalDate nominal,
        @Nullable LocalDate dueOn,
        @Nullable OffsetDateTime dueAt,
        @Nullable LocalDate actBy,
        boolean provisional,
        String reason,
        List<DueDate.Skipped> skipped,
        State state,
        Urgency urgency,
        @Nullable Remaining remaining,
        @Nullable OffsetDateTime metAt,
        String words) {
    /** RUNNING in time; MISSED past the date and still owed. */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        LIFTED,
        MISSED
    }

    /**
     * How a date stands now.
     *
     * @param rule the rule that gave the date
     * @param end whether the clock was met or lifted
     * @param now the instant of reading
     */
    public static DeadlineView of(Rule rule, DueDate due, ClockEnd end, Instant now, WorkingCalendar calendar) {
        DeadlineReading reading = DeadlineReading.of(rule, due, end, now, calendar);
        return new DeadlineView(
                due.rule(),
                rule.title(),
                rule.source(),
                due.article(),
                local(due.startedAt()),
                due.nominal(),
                due.dueOn(),
                due.dueAt() == null ? null : local(due.dueAt()),
                due.actBy(),
                due.provisional(),
                due.reason(),
                due.skipped(),
                reading.state(),
                reading.urgency(),
                reading.remaining(),
                end instanceof ClockEnd.Met met ? local(met.at()) : null,
                reading.words());
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ChineseDates.ZONE).toOffsetDateTime();
    }
}
