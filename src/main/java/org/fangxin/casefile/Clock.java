package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.law.DueDate;
import org.fangxin.law.Pause;
import org.fangxin.law.Statutes;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case. Dates are never kept: they are computed from this and the calendar.
 *
 * @param rule the rule that counts now; an extension replaces {@code x} by {@code x.extended}, same start
 * @param key tells clocks of one rule apart (number of a dispute, earlier rounds); empty for the ordinary one
 * @param setDate the date set by decision for {@code .further} and supervision orders, else null
 * @param setOn the day of that decision: pauses after it put the set date off
 * @param endedAt when it was met or lifted
 */
public record Clock(
        String rule,
        String key,
        Instant startedAt,
        List<Pause> pauses,
        State state,
        @Nullable LocalDate setDate,
        @Nullable LocalDate setOn,
        @Nullable Instant endedAt) {
    /** A merchant may promise another length than the agency does: that date is set by nobody's decision. */
    private static final String PROMISE = "promise.odr.";

    /** Running ▶, paused ‖, met ■, lifted ✕ (no longer owed). */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        LIFTED
    }

    public Clock {
        pauses = List.copyOf(pauses);
    }

    public static Clock started(String rule, Instant at) {
        return new Clock(rule, "", at, List.of(), State.RUNNING, null, null, null);
    }

    public boolean open() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    public Clock ended(State how, Instant at) {
        LocalDate day = at.atZone(Fields.ZONE).toLocalDate();
        return new Clock(rule, key, startedAt, closePause(day), how, setDate, setOn, at);
    }

    public Clock paused(LocalDate after, String why) {
        List<Pause> all = new ArrayList<>(pauses);
        all.add(new Pause(after, null, why));
        return new Clock(rule, key, startedAt, all, State.PAUSED, setDate, setOn, null);
    }

    public Clock resumed(LocalDate through) {
        return new Clock(rule, key, startedAt, closePause(through), State.RUNNING, setDate, setOn, null);
    }

    /** ■ turned out wrong, e.g. a notice that did not arrive: it counts on from its old start. */
    public Clock reopened() {
        return new Clock(rule, key, startedAt, pauses, State.RUNNING, setDate, setOn, null);
    }

    /** The same clock with a corrected start. */
    public Clock startingAt(Instant at) {
        return new Clock(rule, key, at, pauses, state, setDate, setOn, endedAt);
    }

    public Clock under(String otherRule, @Nullable LocalDate date, @Nullable LocalDate decidedOn) {
        return new Clock(otherRule, key, startedAt, pauses, state, date, decidedOn, endedAt);
    }

    /** The date under these statutes: counted by the rule, or set by decision; days of pauses do not count either way. */
    public DueDate due(Statutes statutes) {
        if (setDate != null && rule.startsWith(PROMISE)) {
            return statutes.setDate(rule, startedAt, setDate, "按这家商家承诺的天数");
        }
        return setDate == null
                ? statutes.due(rule, startedAt, pauses)
                : statutes.setDate(rule, startedAt, setDate, setOn == null ? setDate : setOn, pauses);
    }

    private List<Pause> closePause(LocalDate through) {
        return pauses.stream()
                .map(p -> p.through() == null
                        ? new Pause(p.after(), through.isBefore(p.after()) ? p.after() : through, p.why())
                        : p)
                .toList();
    }
}
