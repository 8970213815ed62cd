package org.fangxin.law.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fangxin.law.CalendarChanged;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.law.store.CalendarTable;
import org.fangxin.law.store.Revisions;
import org.fangxin.law.store.Revisions.What;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The shipped calendar under the database's table: an imported year replaces the shipped one, a set day a single day. */
@Component
public class LiveCalendar implements WorkingCalendar {
    private final Kept<TableCalendar> kept;

    LiveCalendar(CalendarTable table, Revisions revisions) {
        kept = new Kept<>(() -> revisions.current(What.CALENDAR), () -> read(table), System::nanoTime);
    }

    /** The calendar as it is now; for one count that must not change on the way. */
    public TableCalendar snapshot() {
        return kept.get();
    }

    /** A change by this instance is seen at once, before others who listen compute with it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CalendarChanged change) {
        kept.forget();
    }

    private static TableCalendar read(CalendarTable table) {
        Map<Integer, String> imported = table.years();
        Map<LocalDate, CalendarDay> days = new LinkedHashMap<>();
        CalendarFiles.days().stream()
                .filter(day -> !imported.containsKey(day.date().getYear()))
                .forEach(day -> days.put(day.date(), day));
        table.days().forEach(day -> days.put(day.date(), day));
        Map<Integer, String> years = new HashMap<>(CalendarFiles.years());
        years.putAll(imported);
        return new TableCalendar(
                days.values(), years, CalendarFiles.statutoryDays().keySet());
    }

    @Override
    public boolean works(LocalDate day) {
        return snapshot().works(day);
    }

    @Override
    public boolean official(LocalDate day) {
        return snapshot().official(day);
    }

    @Override
    public @Nullable String restName(LocalDate day) {
        return snapshot().restName(day);
    }

    @Override
    public boolean listedOff(LocalDate day) {
        return snapshot().listedOff(day);
    }

    @Override
    public boolean statutoryHoliday(LocalDate day) {
        return snapshot().statutoryHoliday(day);
    }
}
