package org.fangxin.law.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.law.DueDate.Stopped;
import org.fangxin.law.Pause;
import org.fangxin.law.Rollover;
import org.fangxin.law.Rule.Unit;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.law.internal.Count.Day;
import org.fangxin.law.internal.Count.Kind;

/**
 * Counting by days (Order 121 Art. 45; Penalty Procedure Art. 80): the day of start is never counted, whatever the hour
 * or the day; working days include make-up days; days of a pause are left out; the end of a day or year period moves
 * off rest days.
 */
final class Counter {
    private final WorkingCalendar calendar;
    private final Rollover rollover;

    Counter(WorkingCalendar calendar, Rollover rollover) {
        this.calendar = calendar;
        this.rollover = rollover;
    }

    /** Counts {@code length} units of WORKING_DAY, DAY or YEAR from the start. */
    Count count(LocalDate start, int length, Unit unit, List<Pause> pauses) {
        return switch (unit) {
            case WORKING_DAY -> new Walk(start, length, true, new Pauses(pauses)).run();
            case DAY -> rolled(new Walk(start, length, false, new Pauses(pauses)).run());
            case YEAR -> rolled(years(start, length));
            case HOUR, MINUTE, SECOND, SET, PROMPTLY ->
                throw new IllegalArgumentException(unit + " is not counted by days");
        };
    }

    /** The same month and day; where there is none (29 February), the last day of the month. */
    private Count years(LocalDate start, int length) {
        LocalDate nominal = start.plusYears(length);
        List<Day> days = List.of(startDay(start));
        Set<Integer> unofficial = calendar.official(nominal) ? Set.of() : Set.of(nominal.getYear());
        return new Count(start, start.plusDays(1), nominal, nominal, days, List.of(), unofficial, null);
    }

    private Count rolled(Count count) {
        if (count.nominal() == null) {
            return count;
        }
        List<Day> days = new ArrayList<>(count.days());
        Set<Integer> unofficial = new TreeSet<>(count.unofficialYears());
        LocalDate due = count.nominal();
        while (rollover.passes(due, calendar)) {
            days.add(new Day(due, Kind.ROLLED, restName(due)));
            due = due.plusDays(1);
            noteYear(due, unofficial);
        }
        if (calendar.makeUpDay(due)) {
            days.add(new Day(due, Kind.MAKE_UP, "调休上班"));
        }
        return new Count(count.start(), count.first(), count.nominal(), due, days, count.pauses(), unofficial, null);
    }

    private void noteYear(LocalDate day, Set<Integer> unofficial) {
        if (!calendar.official(day)) {
            unofficial.add(day.getYear());
        }
    }

    private String restName(LocalDate day) {
        String name = calendar.restName(day);
        return name == null ? "法定节日" : name;
    }

    private static Day startDay(LocalDate start) {
        return new Day(start, Kind.START, "起算日不计入");
    }

    /** One walk, day after day from the start. */
    private final class Walk {
        private final LocalDate start;
        private final int length;
        private final boolean workingDays;
        private final Pauses pauses;
        private final List<Day> days = new ArrayList<>();
        private int counted;
        private final Set<Integer> unofficial = new TreeSet<>();
        private LocalDate first;

        Walk(LocalDate start, int length, boolean workingDays, Pauses pauses) {
            this.start = start;
            this.length = length;
            this.workingDays = workingDays;
            this.pauses = pauses;
            this.first = start;
        }

        Count run() {
            days.add(startDay(start));
            LocalDate day = start;
            while (counted < length) {
                day = day.plusDays(1);
                Optional<Pause> open = pauses.openAt(day);
                if (open.isPresent()) {
                    return stopped(open.get());
                }
                visit(day);
            }
            return new Count(start, first, day, day, days, pauses.ordered(), unofficial, null);
        }

        private void visit(LocalDate day) {
            noteYear(day, unofficial);
            Optional<Pause> pause = pauses.closedAt(day);
            if (workingDays && !calendar.works(day)) {
                days.add(new Day(day, Kind.REST, restName(day)));
            } else if (pause.isPresent()) {
                days.add(new Day(day, Kind.PAUSED, pause.get().why(), pause.get()));
            } else {
                if (workingDays && calendar.makeUpDay(day)) {
                    days.add(new Day(day, Kind.MAKE_UP, "调休上班"));
                }
                counted++;
                first = counted == 1 ? day : first;
            }
        }

        private Count stopped(Pause open) {
            LocalDate since = open.after().isBefore(start) ? start : open.after();
            Stopped stopped = new Stopped(since, open.why(), length - counted);
            return new Count(
                    start, counted == 0 ? null : first, null, null, days, pauses.ordered(), unofficial, stopped);
        }
    }
}
