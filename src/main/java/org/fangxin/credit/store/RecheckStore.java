package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking again at what was ordered to be corrected, within the thread's scope. */
@Component
public class RecheckStore {
    /** @param outcome CORRECTED or NOT_CORRECTED; null while it is to be done */
    public record Recheck(
            long id,
            long inspection,
            LocalDate dueOn,
            @Nullable String outcome,
            @Nullable String words,
            @Nullable LocalDate doneOn) {}

    /** One whose day has come, with whom to tell. */
    public record Due(long id, LocalDate dueOn, String merchant, List<String> officers) {}

    private static final String RECHECK =
            "select recheck_id, inspection_id, due_on, outcome, words, done_on from credit.recheck ";

    private final JdbcClient jdbc;

    RecheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void set(long inspection, LocalDate dueOn, String by, Instant now) {
        jdbc.sql("insert into credit.recheck (inspection_id, due_on, set_by, set_at) values (?, ?, ?, ?)")
                .params(inspection, dueOn, by, Timestamp.from(now))
                .update();
    }

    /** @return false when something was entered already */
    public boolean done(long id, String outcome, String words, LocalDate on, String by, Instant now) {
        return jdbc.sql("""
                                update credit.recheck set outcome = ?, words = ?, done_on = ?, entered_by = ?, entered_at = ?
                                 where recheck_id = ? and outcome is null""")
                        .params(outcome, words, on, by, Timestamp.from(now), id)
                        .update()
                == 1;
    }

    public Optional<Recheck> find(long id) {
        return jdbc.sql(RECHECK + "where recheck_id = ?")
                .param(id)
                .query(RecheckStore::recheck)
                .optional();
    }

    /** The first one first. */
    public List<Recheck> of(long inspection) {
        return jdbc.sql(RECHECK + "where inspection_id = ? order by recheck_id")
                .param(inspection)
                .query(RecheckStore::recheck)
                .list();
    }

    /** Those due by the day of which nobody was told yet; from now on they count as told. */
    public List<Due> remind(LocalDate by, Instant now) {
        return jdbc.sql("""
                        update credit.recheck r set reminded_at = ?
                          from credit.inspection i join merchant.entity e on e.id = i.entity_id
                         where i.inspection_id = r.inspection_id and r.outcome is null and r.reminded_at is null and r.due_on <= ?
                        returning r.recheck_id, r.due_on, e.name, i.officers""")
                .params(Timestamp.from(now), by)
                .query((rs, n) ->
                        new Due(rs.getLong(1), rs.getObject(2, LocalDate.class), rs.getString(3), List.of((String[])
                                rs.getArray(4).getArray())))
                .list();
    }

    private static Recheck recheck(ResultSet rs, int n) throws SQLException {
        return new Recheck(
                rs.getLong("recheck_id"),
                rs.getLong("inspection_id"),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("outcome"),
                rs.getString("words"),
                rs.getObject("done_on", LocalDate.class));
    }
}
