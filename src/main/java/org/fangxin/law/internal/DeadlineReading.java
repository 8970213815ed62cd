package org.fangxin.law.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.fangxin.law.ClockEnd;
import org.fangxin.law.DeadlineView.State;
import org.fangxin.law.DueDate;
import org.fangxin.law.DueDate.Stopped;
import org.fangxin.law.Remaining;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Unit;
import org.fangxin.law.Urgency;
import org.fangxin.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** How near a date is at an instant, and the words for it. */
public record DeadlineReading(
        State state, Urgency urgency, @Nullable Remaining remaining, String words) {
    /** At most this share of the length is left: 临近. */
    private static final int NEAR_SHARE = 5;

    private static final int NEAR_DAYS = 2;

    public static DeadlineReading of(Rule rule, DueDate due, ClockEnd end, Instant now, WorkingCalendar calendar) {
        return switch (end) {
            case ClockEnd.Lifted ignored -> new DeadlineReading(State.LIFTED, Urgency.MET, null, "不再计算期限");
            case ClockEnd.Met met -> met(rule, due, met.at(), calendar);
            case ClockEnd.Open ignored -> open(rule, due, now, calendar);
        };
    }

    private static DeadlineReading open(Rule rule, DueDate due, Instant now, WorkingCalendar calendar) {
        LocalDateTime local = now.atZone(ChineseDates.ZONE).toLocalDateTime();
        Stopped stopped = due.stopped();
        if (stopped != null) {
            Remaining left = new Remaining(stopped.left(), unitOf(rule));
            String since = ChineseDates.day(stopped.since(), local.getYear());
            return new DeadlineReading(
                    State.PAUSED, Urgency.PAUSED, left, "计时已中止：" + stopped.why() + "，" + since + "起");
        }
        if (due.dueAt() != null) {
            return byTheClock(rule, due, due.dueAt(), now);
        }
        if (due.dueOn() == null) {
            throw new IllegalArgumentException(due.rule() + " has no date and is not paused");
        }
        return byTheDay(rule, due.dueOn(), local.toLocalDate(), calendar);
    }

    private static DeadlineReading byTheDay(Rule rule, LocalDate dueOn, LocalDate today, WorkingCalendar calendar) {
        Remaining left = new Remaining(daysBetween(rule, today, dueOn, calendar), unitOf(rule));
        String date = ChineseDates.dayAndWeekday(dueOn, today.getYear());
        if (today.isAfter(dueOn)) {
            String by = left.value() == 0 ? "" : " " + left.words();
            return new DeadlineReading(State.MISSED, Urgency.OVERDUE, left, "已超期" + by + "，应于 " + date + "办结");
        }
        if (today.equals(dueOn)) {
            return new DeadlineReading(State.RUNNING, Urgency.TODAY, left, "今天截止");
        }
        String words = today.plusDays(1).equals(dueOn)
                ? "明天（" + ChineseDates.day(dueOn, today.getYear()) + " " + ChineseDates.weekday(dueOn) + "）截止"
                : "还剩 " + left.words() + "，" + date + "截止";
        return new DeadlineReading(State.RUNNING, near(rule, left) ? Urgency.NEAR : Urgency.AMPLE, left, words);
    }

    private static boolean near(Rule rule, Remaining left) {
        int length = rule.unit() == Unit.YEAR ? rule.length() * 365 : rule.length();
        return left.value() <= NEAR_DAYS || left.value() * NEAR_SHARE <= length;
    }

    private static DeadlineReading byTheClock(Rule rule, DueDate due, Instant dueAt, Instant now) {
        LocalDateTime end = dueAt.atZone(ChineseDates.ZONE).toLocalDateTime();
        LocalDateTime local = now.atZone(ChineseDates.ZONE).toLocalDateTime();
        Duration left = Duration.between(now, dueAt);
        Remaining remaining = remaining(left);
        boolean today = end.toLocalDate().equals(local.toLocalDate());
        String at = today ? ChineseDates.time(end) : ChineseDates.dayAndTime(end, local.getYear());
        if (left.isNegative()) {
            String late = remaining.value() == 0 ? "" : " " + remaining.words();
            return new DeadlineReading(
                    State.MISSED, Urgency.OVERDUE, remaining, "已超期" + late + "，应于 " + at + " 前" + RuleWords.ends(rule));
        }
        Duration whole = Duration.between(due.startedAt(), dueAt);
        boolean near = left.multipliedBy(NEAR_SHARE).compareTo(whole) <= 0;
        Urgency urgency = near ? Urgency.NEAR : today && rule.unit() == Unit.HOUR ? Urgency.TODAY : Urgency.AMPLE;
        return new DeadlineReading(
                State.RUNNING, urgency, remaining, "还剩 " + remaining.words() + "，" + at + " 前" + RuleWords.ends(rule));
    }

    /** Hours from two hours on, else minutes; rounded up: a minute that has begun is still left, one not yet over is not late. */
    private static Remaining remaining(Duration left) {
        long minutes = Math.ceilDiv(left.toSeconds(), 60);
        if (Math.abs(minutes) < 120) {
            return new Remaining((int) minutes, Remaining.Unit.MINUTE);
        }
        return new Remaining(Math.toIntExact(Math.ceilDiv(minutes, 60)), Remaining.Unit.HOUR);
    }

    private static DeadlineReading met(Rule rule, DueDate due, Instant at, WorkingCalendar calendar) {
        LocalDate day = at.atZone(ChineseDates.ZONE).toLocalDate();
        if (due.dueAt() != null) {
            boolean late = at.isAfter(due.dueAt());
            return late ? metLate(remaining(Duration.between(at, due.dueAt()))) : metInTime("");
        }
        LocalDate dueOn = due.dueOn();
        if (dueOn == null) {
            return metInTime("");
        }
        Remaining early = new Remaining(daysBetween(rule, day, dueOn, calendar), unitOf(rule));
        if (day.isAfter(dueOn)) {
            return metLate(early);
        }
        return metInTime(early.value() == 0 ? "" : "，早 " + early.words());
    }

    private static DeadlineReading metInTime(String early) {
        return new DeadlineReading(State.MET, Urgency.MET, null, "已按时办结" + early);
    }

    private static DeadlineReading metLate(Remaining late) {
        String by = late.value() == 0 ? "" : " " + late.words();
        return new DeadlineReading(State.MET, Urgency.OVERDUE, null, "已办结，超期" + by);
    }

    private static int daysBetween(Rule rule, LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return rule.unit() == Unit.WORKING_DAY
                ? calendar.workingDaysBetween(from, to)
                : Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    private static Remaining.Unit unitOf(Rule rule) {
        return rule.unit() == Unit.WORKING_DAY ? Remaining.Unit.WORKING_DAY : Remaining.Unit.DAY;
    }
}
