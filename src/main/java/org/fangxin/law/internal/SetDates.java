package org.fangxin.law.internal;

import java.time.LocalDate;
import org.fangxin.law.DueDate;
import org.fangxin.law.DueDate.Skipped;
import org.fangxin.law.DueDate.Stopped;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.law.internal.Count.Kind;
import org.jspecify.annotations.Nullable;

/** A date that a decision set, and pauses after the decision that put it off. */
final class SetDates {
    private SetDates() {}

    /** @param count the days from the decision to the set date, counted without the pauses */
    static DueDate putOff(DueDate plain, Count count, WorkingCalendar calendar) {
        LocalDate nominal = count.nominal();
        return new DueDate(
                plain.rule(),
                plain.article(),
                plain.inForce(),
                plain.startedAt(),
                nominal,
                count.due(),
                null,
                nominal == null ? null : calendar.workingDayUpTo(nominal),
                count.provisional(),
                plain.reason() + words(count),
                count.days().stream()
                        .filter(day -> day.kind() == Kind.PAUSED || day.kind() == Kind.ROLLED)
                        .map(day -> new Skipped(day.date(), day.why()))
                        .toList(),
                count.stopped());
    }

    private static String words(Count count) {
        int year = count.start().getYear();
        long days =
                count.days().stream().filter(day -> day.kind() == Kind.PAUSED).count();
        @Nullable Stopped stopped = count.stopped();
        if (stopped != null) {
            return ChineseDates.day(stopped.since(), year) + "之后计时中止：" + stopped.why() + "，还剩 " + stopped.left()
                    + " 天，恢复后接着算。";
        }
        LocalDate due = count.due();
        return "此后中止计时 " + days + " 天不计算" + (due == null ? "" : "，推迟到 " + ChineseDates.dayAndWeekday(due, year)) + "。";
    }
}
