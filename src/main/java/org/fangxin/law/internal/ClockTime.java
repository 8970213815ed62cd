package org.fangxin.law.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fangxin.law.DueDate;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Source;

/**
 * Hours, minutes and seconds on the wall clock, holidays included. A statute's hours begin with the next full hour
 * (Penalty Procedure Art. 80: the hour of start is not counted); a promise runs from the very instant.
 */
final class ClockTime {
    private final RuleEntry entry;
    private final Rule rule;
    private final boolean exact;

    /** @param exactHours whether a statute's hours, too, run from the very instant (setting {@code hours.start}) */
    ClockTime(RuleEntry entry, Rule rule, boolean exactHours) {
        this.entry = entry;
        this.rule = rule;
        this.exact = exactHours || rule.source() == Source.PROMISE;
    }

    DueDate due(Instant startedAt, boolean inForce) {
        LocalDateTime start = startedAt.atZone(ChineseDates.ZONE).toLocalDateTime();
        LocalDateTime begin =
                exact ? start : start.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        LocalDateTime end = begin.plus(rule.length(), unit());
        Instant dueAt = end.atZone(ChineseDates.ZONE).toInstant();
        return new DueDate(
                rule.id(),
                rule.article(),
                inForce,
                startedAt,
                null,
                end.toLocalDate(),
                dueAt,
                null,
                false,
                reason(start, begin, end),
                List.of(),
                null);
    }

    private String reason(LocalDateTime start, LocalDateTime begin, LocalDateTime end) {
        int year = start.getYear();
        String opening = ChineseDates.dayAndTime(start, year) + entry.begins();
        String hours = exact ? "" : "，开始的那一小时不算，" + ChineseDates.dayAndTime(begin, year) + "起算";
        return opening + hours + "。到 " + ChineseDates.dayAndTime(end, year) + "满 " + rule.length() + measure() + "。 "
                + Citations.of(entry, false);
    }

    private ChronoUnit unit() {
        return switch (rule.unit()) {
            case HOUR -> ChronoUnit.HOURS;
            case MINUTE -> ChronoUnit.MINUTES;
            case SECOND -> ChronoUnit.SECONDS;
            default -> throw new IllegalArgumentException(rule.unit() + " is not counted by the clock");
        };
    }

    private String measure() {
        return switch (rule.unit()) {
            case HOUR -> " 小时";
            case MINUTE -> " 分钟";
            default -> " 秒";
        };
    }
}
