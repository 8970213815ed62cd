package org.fangxin.casefile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When an act took place: not in the future, not before its trigger, and earlier than today only with a paper. */
final class Occurrence {
    private static final String FIELD = "occurredOn";
    /** What a telephone says that was without network. */
    private static final String TOLD_LATER = "doneAt";

    private static final Duration LAST_DAY = Duration.ofHours(24);
    private static final Duration FAST_CLOCK = Duration.ofMinutes(5);

    private Occurrence() {}

    static Instant of(Fields fields, Instant now) {
        try {
            return fields.date(FIELD)
                    .filter(day -> day.isBefore(today(now)))
                    .map(day -> at(fields, day))
                    .orElse(now);
        } catch (Fields.Faulty | DateTimeException unreadable) {
            return now;
        }
    }

    /** The hour that was told; noon when none was. */
    private static Instant at(Fields fields, LocalDate day) {
        return fields.text(FIELD)
                .filter(told -> told.length() > 10)
                .flatMap(told -> fields.instant(FIELD))
                .orElse(day.atTime(12, 0).atZone(Fields.ZONE).toInstant());
    }

    /** The command with its true {@code occurredAt}; on the trigger's own day not before the trigger. */
    static Command check(ActRule rule, CaseState state, Command command) {
        Fields fields = command.fields();
        Optional<Instant> later = toldLater(fields, command.now());
        Optional<Instant> minute = rule.byTheMinute() ? minute(fields, later, command.now()) : Optional.empty();
        if (minute.isPresent()) {
            return at(command, later(minute.get(), rule.trigger(state), command.now()));
        }
        LocalDate today = today(command.now());
        LocalDate day = fields.date(FIELD).orElse(today);
        if (day.isAfter(today)) {
            throw new Fields.Faulty(FIELD, "future", "发生日期不能晚于今天。");
        }
        LocalDate earliest = today(rule.trigger(state));
        if (day.isBefore(earliest)) {
            throw new Fields.Faulty(FIELD, "before-trigger", "发生日期不能早于" + earliest + "：那天之前还没有这件事的起因。");
        }
        if (day.isBefore(today) && !papered(fields)) {
            throw new Fields.Faulty("paperNo", "required", "补录今天以前的事，请填写文书编号。");
        }
        Instant at = of(fields, command.now());
        Instant trigger = rule.trigger(state);
        return at(command, later(at, trigger, command.now()));
    }

    private static Command at(Command command, Instant occurredAt) {
        return new Command(command.act(), command.actor(), command.now(), occurredAt, command.fields());
    }

    /** The very minute of the last day that was told, for acts that are counted in minutes; a clock may be a little fast. */
    private static Optional<Instant> minute(Fields fields, Optional<Instant> later, Instant now) {
        Optional<Instant> own =
                fields.text(FIELD).filter(text -> text.length() > 10).flatMap(text -> fields.instant(FIELD));
        Optional<Instant> told =
                (fields.has(FIELD) ? own : later).filter(instant -> instant.isAfter(now.minus(LAST_DAY)));
        if (told.isPresent() && told.get().isAfter(now.plus(FAST_CLOCK))) {
            throw new Fields.Faulty(FIELD, "future", "发生时间不能晚于现在。");
        }
        return told.map(instant -> instant.isAfter(now) ? now : instant);
    }

    /** The hour of the device, never later than now: its clock may be wrong, and nobody can mend that afterwards. */
    private static Optional<Instant> toldLater(Fields fields, Instant now) {
        return fields.instant(TOLD_LATER).map(told -> told.isAfter(now) ? now : told);
    }

    /** The paper that shows an earlier day: the act's own, or the one that the leader signed. */
    private static boolean papered(Fields fields) {
        return fields.has("paperNo")
                || fields.object("approval")
                        .filter(signed -> signed.has("paperNo"))
                        .isPresent();
    }

    private static Instant later(Instant at, Instant trigger, Instant now) {
        Instant not = trigger.isAfter(now) ? now : trigger;
        return at.isBefore(not) ? not : at;
    }

    private static LocalDate today(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate();
    }
}
