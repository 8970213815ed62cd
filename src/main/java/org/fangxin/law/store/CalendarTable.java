package org.fangxin.law.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.law.CalendarDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days and years that were imported or set by an administrator. */
@Repository
public class CalendarTable {
    private final JdbcClient jdbc;

    CalendarTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CalendarDay> days() {
        return jdbc.sql("select day, working, name from law.calendar_day order by day")
                .query((row, number) -> new CalendarDay(
                        row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name")))
                .list();
    }

    /** Imported years with their source. */
    public Map<Integer, String> years() {
        Map<Integer, String> years = new HashMap<>();
        jdbc.sql("select year, source from law.calendar_year").query(row -> {
            years.put(row.getInt("year"), row.getString("source"));
        });
        return years;
    }

    public void put(CalendarDay day, String by, Instant at) {
        jdbc.sql("""
                insert into law.calendar_day (day, working, name, changed_at, changed_by)
                values (:day, :working, :name, :at, :by)
                on conflict (day) do update
                set working = excluded.working, name = excluded.name,
                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("day", day.date())
                .param("working", day.working())
                .param("name", day.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Makes a year official and forgets every earlier day of it. */
    public void beginYear(int year, String source, String by, Instant at) {
        jdbc.sql("delete from law.calendar_day where day >= :first and day <= :last")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .update();
        jdbc.sql("""
                insert into law.calendar_year (year, source, changed_at, changed_by)
                values (:year, :source, :at, :by)
                on conflict (year) do update
                set source = excluded.source, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("year", year)
                .param("source", source)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
