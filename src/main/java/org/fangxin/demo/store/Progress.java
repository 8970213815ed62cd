package org.fangxin.demo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the demo was told, so that a start that was cut off goes on where it stopped. Runs in a transaction. */
@Component
public class Progress {
    private static final String STORY =
            "select case_no, opened_no, steps_done, submission_no, tracking_code from demo.story";

    /**
     * A story that has begun.
     *
     * @param openedNo the case that its acts opened last, or null
     * @param trackingCode null where nobody was given one
     */
    public record Told(
            String caseNo,
            @Nullable String openedNo,
            int stepsDone,
            @Nullable String submissionNo,
            @Nullable String trackingCode) {}

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The moment from which all days are told, if the demo has begun. */
    public Optional<Instant> began() {
        return jdbc.sql("select began_at from demo.county")
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    public boolean finished() {
        return jdbc.sql("select exists (select from demo.county where finished_at is not null)")
                .query(Boolean.class)
                .single();
    }

    /** Whether the database holds any case at all; needs the program's own scope. */
    public boolean anyCase() {
        return jdbc.sql("select exists (select from casefile.case_file)")
                .query(Boolean.class)
                .single();
    }

    public void begin(Instant now) {
        jdbc.sql("insert into demo.county (began_at) values (?)")
                .param(Timestamp.from(now))
                .update();
    }

    public void finish(Instant now) {
        jdbc.sql("update demo.county set finished_at = ?")
                .param(Timestamp.from(now))
                .update();
    }

    public Optional<Told> story(String key) {
        return jdbc.sql(STORY + " where key = ?")
                .param(key)
                .query(Progress::told)
                .optional();
    }

    /** Stories whose submission can be followed with its tracking code. */
    public List<Told> trackable() {
        return jdbc.sql(STORY + " where tracking_code is not null order by key")
                .query(Progress::told)
                .list();
    }

    public void open(String key, Told told) {
        jdbc.sql("""
                        insert into demo.story (key, case_no, opened_no, steps_done, submission_no, tracking_code)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(1, key)
                .param(2, told.caseNo())
                .param(3, told.openedNo())
                .param(4, told.stepsDone())
                .param(5, told.submissionNo())
                .param(6, told.trackingCode())
                .update();
    }

    /** One more step is done; {@code opened} the case that it opened, or null. */
    public void stepped(String key, @Nullable String opened) {
        jdbc.sql("update demo.story set steps_done = steps_done + 1, opened_no = coalesce(?, opened_no) where key = ?")
                .param(1, opened)
                .param(2, key)
                .update();
    }

    private static Told told(ResultSet rs, int row) throws SQLException {
        return new Told(rs.getString(1), rs.getString(2), rs.getInt(3), rs.getString(4), rs.getString(5));
    }
}
