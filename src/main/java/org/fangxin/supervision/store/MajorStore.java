package org.fangxin.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The library of major cases and its criteria, within the thread's scope. */
@Component
public class MajorStore {
    /** @param state PROPOSED, ENTERED or DECLINED */
    public record Major(
            long id,
            String caseNo,
            List<String> criteria,
            String reason,
            String proposedBy,
            Instant proposedAt,
            String state,
            @Nullable String decidedBy,
            @Nullable String decidedWhy) {}

    private static final String MAJOR = """
            select major_id, case_no, criteria, reason, proposed_by, proposed_at, state, decided_by, decided_why
              from supervision.major_case
            """;

    private final JdbcClient jdbc;

    MajorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Threshold by criterion, of this one agency. */
    public Map<String, Integer> criteria(String agency) {
        Map<String, Integer> found = new TreeMap<>();
        jdbc.sql("select code, threshold from supervision.major_criterion where agency_code = ?")
                .param(agency)
                .query(rs -> {
                    found.put(rs.getString(1), rs.getInt(2));
                });
        return found;
    }

    public void criterion(String agency, String code, int threshold, String by, Instant now) {
        jdbc.sql("""
                        insert into supervision.major_criterion values (?, ?, ?, ?, ?)
                        on conflict (agency_code, code) do update set threshold = excluded.threshold,
                            set_by = excluded.set_by, set_at = excluded.set_at""").params(agency, code, threshold, by, Timestamp.from(now)).update();
    }

    /** @return false when the case is proposed or decided already */
    public boolean propose(String caseNo, List<String> criteria, String reason, String by, Instant now) {
        return jdbc.sql("""
                                insert into supervision.major_case
                                    (case_no, criteria, reason, proposed_by, proposed_at, state)
                                values (?, ?, ?, ?, ?, 'PROPOSED') on conflict (case_no) do nothing""")
                        .params(caseNo, criteria.toArray(String[]::new), reason, by, Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @return false when it is decided already */
    public boolean decide(long id, boolean enter, String why, String by, Instant now) {
        return jdbc.sql("""
                                update supervision.major_case set state = ?, decided_by = ?, decided_at = ?, decided_why = ?
                                 where major_id = ? and state = 'PROPOSED'""")
                        .params(enter ? "ENTERED" : "DECLINED", by, Timestamp.from(now), why, id)
                        .update()
                == 1;
    }

    public List<Major> list(String state, int limit) {
        return jdbc.sql(MAJOR + " where state = ? order by proposed_at desc, major_id limit ?")
                .params(state, limit)
                .query(MajorStore::major)
                .list();
    }

    public Optional<Major> find(long id) {
        return jdbc.sql(MAJOR + " where major_id = ?")
                .param(id)
                .query(MajorStore::major)
                .optional();
    }

    public Optional<Major> of(String caseNo) {
        return jdbc.sql(MAJOR + " where case_no = ?")
                .param(caseNo)
                .query(MajorStore::major)
                .optional();
    }

    private static Major major(ResultSet rs, int n) throws SQLException {
        return new Major(
                rs.getLong("major_id"),
                rs.getString("case_no"),
                List.of((String[]) rs.getArray("criteria").getArray()),
                rs.getString("reason"),
                rs.getString("proposed_by"),
                rs.getTimestamp("proposed_at").toInstant(),
                rs.getString("state"),
                rs.getString("decided_by"),
                rs.getString("decided_why"));
    }
}
