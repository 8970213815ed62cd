package org.fangxin.abuse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.abuse.Finding;
import org.fangxin.abuse.Finding.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings, each within the thread's sight of its case. */
@Component
public class FindingStore {
    private static final String ALL = "select * from abuse.finding where case_no = ?";

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Finding> of(String caseNo) {
        return jdbc.sql(ALL + " order by found_at desc, finding_id desc")
                .param(caseNo)
                .query(FindingStore::finding)
                .list();
    }

    /** What waits for somebody who had no part in it, the oldest appeal first. */
    public List<Finding> waiting(String by, int most) {
        return jdbc.sql("""
                        select * from abuse.finding where appeal is not null and outcome is null
                           and found_by <> ? and appealed_by <> ? order by appealed_at limit ?""").params(by, by, most).query(FindingStore::finding).list();
    }

    public void told(long findingId, Instant at) {
        jdbc.sql("update abuse.finding set told_at = ? where finding_id = ? and told_at is null")
                .params(Timestamp.from(at), findingId)
                .update();
    }

    /** Held until the transaction ends. */
    public Optional<Finding> hold(String caseNo, long findingId) {
        return jdbc.sql(ALL + " and finding_id = ? for update")
                .params(caseNo, findingId)
                .query(FindingStore::finding)
                .optional();
    }

    public void add(String caseNo, List<String> factors, String reasons, String by, Instant at) {
        jdbc.sql("insert into abuse.finding (case_no, factors, reasons, found_by, found_at) values (?, ?, ?, ?, ?)")
                .params(caseNo, factors.toArray(String[]::new), reasons, by, Timestamp.from(at))
                .update();
    }

    public void appeal(long findingId, String words, String by, Instant at) {
        jdbc.sql("update abuse.finding set appeal = ?, appealed_by = ?, appealed_at = ? where finding_id = ?")
                .params(words, by, Timestamp.from(at), findingId)
                .update();
    }

    public void decide(long findingId, Outcome outcome, String reasons, String by, Instant at) {
        jdbc.sql("""
                        update abuse.finding set outcome = ?, outcome_reasons = ?, decided_by = ?, decided_at = ?
                         where finding_id = ?""")
                .params(outcome.name(), reasons, by, Timestamp.from(at), findingId)
                .update();
    }

    private static Finding finding(ResultSet rs, int n) throws SQLException {
        String outcome = rs.getString("outcome");
        return new Finding(
                rs.getLong("finding_id"),
                rs.getString("case_no"),
                List.of((String[]) rs.getArray("factors").getArray()),
                rs.getString("reasons"),
                rs.getString("found_by"),
                rs.getTimestamp("found_at").toInstant(),
                rs.getString("appeal"),
                rs.getString("appealed_by"),
                instant(rs.getTimestamp("appealed_at")),
                outcome == null ? null : Outcome.valueOf(outcome),
                rs.getString("outcome_reasons"),
                rs.getString("decided_by"),
                instant(rs.getTimestamp("decided_at")),
                instant(rs.getTimestamp("told_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
