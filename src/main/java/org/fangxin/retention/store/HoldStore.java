package org.fangxin.retention.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.retention.Hold;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds, each within the thread's scope. */
@Component
public class HoldStore {
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that hold first, then the newest. */
    public List<Hold> of(String agency) {
        return jdbc.sql("""
                        select * from retention.hold where agency_code = ?
                         order by lifted_at is not null, held_at desc limit ?""").params(agency, MOST).query(HoldStore::hold).list();
    }

    public Optional<Hold> find(long holdId) {
        return jdbc.sql("select * from retention.hold where hold_id = ?")
                .param(holdId)
                .query(HoldStore::hold)
                .optional();
    }

    /** False when the case is held already. */
    public boolean add(String caseNo, String agency, String reason, String by, Instant at) {
        return jdbc.sql("""
                                insert into retention.hold (case_no, agency_code, reason, held_by, held_at)
                                values (?, ?, ?, ?, ?) on conflict (case_no) where lifted_at is null do nothing""")
                        .params(caseNo, agency, reason, by, Timestamp.from(at))
                        .update()
                == 1;
    }

    /** False when it was lifted before. */
    public boolean lift(long holdId, String by, String why, Instant at) {
        return jdbc.sql("""
                                update retention.hold set lifted_by = ?, lifted_at = ?, lifted_why = ?
                                 where hold_id = ? and lifted_at is null""").params(by, Timestamp.from(at), why, holdId).update() == 1;
    }

    /** For a case that was disposed of in a database that is gone. */
    public void liftAll(String caseNo, String by, String why, Instant at) {
        jdbc.sql("""
                        update retention.hold set lifted_by = ?, lifted_at = ?, lifted_why = ?
                         where case_no = ? and lifted_at is null""").params(by, Timestamp.from(at), why, caseNo).update();
    }

    private static Hold hold(ResultSet rs, int n) throws SQLException {
        return new Hold(
                rs.getLong("hold_id"),
                rs.getString("case_no"),
                rs.getString("agency_code"),
                rs.getString("reason"),
                rs.getString("held_by"),
                rs.getTimestamp("held_at").toInstant(),
                rs.getString("lifted_by"),
                instant(rs.getTimestamp("lifted_at")),
                rs.getString("lifted_why"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
