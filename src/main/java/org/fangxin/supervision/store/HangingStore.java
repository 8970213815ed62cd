package org.fangxin.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agencies hung, and every step of it. Within the thread's scope. */
@Component
public class HangingStore {
    /** @param responsible who reports; {@code everyDays}: how often */
    public record Hanging(
            long id,
            long majorId,
            String level,
            String agency,
            String responsible,
            int everyDays,
            LocalDate dueOn,
            LocalDate nextReportOn,
            String state) {}

    /** @param kind HUNG, REPORTED, EXTENDED, REMINDED or LIFTED; {@code until}: the term that it set, else null */
    public record Step(
            String kind,
            String by,
            Instant at,
            String words,
            @Nullable LocalDate until) {}

    private static final String HANGING = """
            select hanging_id, major_id, level, agency_code, responsible, every_days, due_on, next_report_on, state
              from supervision.hanging
            """;

    private final JdbcClient jdbc;

    HangingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when the agency hangs it already */
    public Optional<Long> hang(Hanging hanging) {
        return jdbc.sql("""
                        insert into supervision.hanging (major_id, level, agency_code, responsible, every_days, due_on,
                            next_report_on, state) values (?, ?, ?, ?, ?, ?, ?, 'HUNG')
                        on conflict do nothing returning hanging_id""")
                .params(
                        hanging.majorId(),
                        hanging.level(),
                        hanging.agency(),
                        hanging.responsible(),
                        hanging.everyDays(),
                        hanging.dueOn(),
                        hanging.nextReportOn())
                .query(Long.class)
                .optional();
    }

    public void step(long hanging, Step step) {
        jdbc.sql("""
                        insert into supervision.hanging_step (hanging_id, kind, by_person, at, words, until)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        hanging, step.kind(), step.by(), Timestamp.from(step.at()), step.words(), step.until()))
                .update();
    }

    public void change(long hanging, LocalDate dueOn, LocalDate nextReportOn, String state) {
        jdbc.sql("update supervision.hanging set due_on = ?, next_report_on = ?, state = ? where hanging_id = ?")
                .params(dueOn, nextReportOn, state, hanging)
                .update();
    }

    /** Held until the transaction ends. */
    public Optional<Hanging> open(long id) {
        return jdbc.sql(HANGING + " where hanging_id = ? and state = 'HUNG' for update")
                .param(id)
                .query(HangingStore::hanging)
                .optional();
    }

    public List<Hanging> of(long major) {
        return jdbc.sql(HANGING + " where major_id = ? order by hanging_id")
                .param(major)
                .query(HangingStore::hanging)
                .list();
    }

    /** Whose report is missing and who has not been reminded since it fell due. */
    public List<Hanging> unreported(LocalDate today, int limit) {
        return jdbc.sql(HANGING + """
                         h where state = 'HUNG' and next_report_on < ? and not exists (
                            select from supervision.hanging_step s where s.hanging_id = h.hanging_id
                               and s.kind = 'REMINDED' and s.until = h.next_report_on)
                         order by next_report_on limit ? for update skip locked""")
                .params(today, limit)
                .query(HangingStore::hanging)
                .list();
    }

    /** Whether it is noted now; another instance that looked at the same moment may have noted it first. */
    public boolean reminded(Hanging hanging, Instant now) {
        return jdbc.sql("""
                        insert into supervision.hanging_step (hanging_id, kind, by_person, at, words, until)
                        values (?, 'REMINDED', 'system', ?, '没有按时报告进展', ?)
                        on conflict (hanging_id, until) where kind = 'REMINDED' do nothing""")
                        .params(hanging.id(), Timestamp.from(now), hanging.nextReportOn())
                        .update()
                == 1;
    }

    public List<Step> steps(long hanging) {
        return jdbc.sql("""
                        select kind, by_person, at, words, until from supervision.hanging_step
                         where hanging_id = ? order by step_id""")
                .param(hanging)
                .query((rs, n) -> new Step(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getTimestamp(3).toInstant(),
                        rs.getString(4),
                        rs.getObject(5, LocalDate.class)))
                .list();
    }

    private static Hanging hanging(ResultSet rs, int n) throws SQLException {
        return new Hanging(
                rs.getLong("hanging_id"),
                rs.getLong("major_id"),
                rs.getString("level"),
                rs.getString("agency_code"),
                rs.getString("responsible"),
                rs.getInt("every_days"),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("next_report_on", LocalDate.class),
                rs.getString("state"));
    }
}
