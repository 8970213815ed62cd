package org.fangxin.law.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** An immutable calendar: listed days, the rest Monday to Friday. */
public final class TableCalendar implements WorkingCalendar {
    private final Map<LocalDate, CalendarDay> listed = new HashMap<>();
    private final Map<Integer, String> officialYears;
    private final Set<LocalDate> statutory;

    /**
     * @param officialYears year → source of its official table
     * @param statutory statutory holidays, of all years known
     */
    public TableCalendar(Collection<CalendarDay> days, Map<Integer, String> officialYears, Set<LocalDate> statutory) {
        days.forEach(day -> listed.put(day.date(), day));
        this.officialYears = Map.copyOf(officialYears);
        this.statutory = Set.copyOf(statutory);
    }

    /** The notice that a year's table comes from; empty for a year without one. */
    public Optional<String> source(int year) {
        return Optional.ofNullable(officialYears.get(year));
    }

    public Optional<CalendarDay> listed(LocalDate day) {
        return Optional.ofNullable(listed.get(day));
    }

    @Override
    public boolean works(LocalDate day) {
        CalendarDay found = listed.get(day);
        return found == null ? !weekend(day) : found.working();
    }

    @Override
    public boolean official(LocalDate day) {
        return officialYears.containsKey(day.getYear());
    }

    @Override
    public @Nullable String restName(LocalDate day) {
        if (works(day)) {
            return null;
        }
        CalendarDay found = listed.get(day);
        if (found != null && found.name() != null) {
            return found.name();
        }
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> "周六";
            case SUNDAY -> "周日";
            default -> "放假";
        };
    }

    @Override
    public boolean listedOff(LocalDate day) {
        CalendarDay found = listed.get(day);
        return found != null && !found.working();
    }

    @Override
    public boolean statutoryHoliday(LocalDate day) {
        return official(day) && statutory.contains(day);
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
