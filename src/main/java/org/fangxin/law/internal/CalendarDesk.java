package org.fangxin.law.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.fangxin.law.CalendarChanged;
import org.fangxin.law.CalendarDay;
import org.fangxin.law.store.CalendarTable;
import org.fangxin.law.store.Revisions;
import org.fangxin.law.store.Revisions.What;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An administrator's changes of the calendar, each one transaction. What goes {@code along} (the audit record) is part of
 * it.
 */
@Service
public class CalendarDesk {
    private final CalendarTable table;
    private final Revisions revisions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    CalendarDesk(
            CalendarTable table,
            Revisions revisions,
            TransactionTemplate transaction,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.revisions = revisions;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** Sets one day, whatever any notice says of it. */
    public void set(CalendarDay day, String by, Runnable along) {
        change(day.date(), day.date(), along, at -> table.put(day, by, at));
    }

    /** Takes over a year's official table. Days of the neighbouring years in the same notice are set one by one. */
    public void take(HolidayNotice notice, String by, Runnable along) {
        change(notice.first(), notice.last(), along, at -> {
            table.beginYear(notice.year(), notice.source(), by, at);
            notice.days().forEach(day -> table.put(day, by, at));
        });
    }

    private void change(LocalDate first, LocalDate last, Runnable along, Consumer<Instant> work) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            revisions.next(What.CALENDAR);
            work.accept(now);
            along.run();
        });
        events.publishEvent(new CalendarChanged(first, last));
    }
}
