package org.fangxin.rapid.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The room's own copy of the promises, of who was sent out and of suggestions; within the thread's scope. */
@Component
public class PromiseStore {
    /** A promise of a case; {@code dueAt} is its last instant. */
    public record Row(
            String caseNo,
            String rule,
            String agency,
            Instant startedAt,
            Instant dueAt,
            String state,
            @Nullable Instant endedAt) {}

    /** How many of one rule were kept, late (ended or not), and still open in time. */
    public record Count(String rule, int kept, int late, int open) {}

    private static final String ROW = "select case_no, rule, agency_code, started_at, due_at, state, ended_at";
    private static final String LATE = """
            (state = 'MET' and ended_at > due_at or state = 'RUNNING' and due_at < ?)""";

    private final JdbcClient jdbc;

    PromiseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a case, anew; two who hear it at once write one after the other. */
    public void replace(String caseNo, List<Row> rows) {
        jdbc.sql("select pg_advisory_xact_lock(1430, hashtext(?))")
                .param(caseNo)
                .query(rs -> {});
        jdbc.sql("delete from rapid.promise where case_no = ?").param(caseNo).update();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            jdbc.sql("""
                            insert into rapid.promise
                                (case_no, position, rule, agency_code, started_at, due_at, state, ended_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            caseNo,
                            i,
                            row.rule(),
                            row.agency(),
                            Timestamp.from(row.startedAt()),
                            Timestamp.from(row.dueAt()),
                            row.state(),
                            row.endedAt() == null ? null : Timestamp.from(row.endedAt())))
                    .update();
        }
    }

    public void sent(String caseNo, Collection<String> persons, Instant at) {
        for (String person : persons) {
            jdbc.sql("""
                            insert into rapid.team (case_no, person_id, sent_at) values (?, ?, ?)
                            on conflict (case_no, person_id) do nothing""").params(caseNo, person, Timestamp.from(at)).update();
        }
    }

    public void forget() {
        jdbc.sql("delete from rapid.promise").update();
        jdbc.sql("delete from rapid.team").update();
        jdbc.sql("delete from rapid.hint where answer is null").update();
    }

    /** What runs now under these rules, the nearest first. */
    public List<Row> running(Collection<String> rules, int limit) {
        return jdbc.sql(ROW + " " + """
                        from rapid.promise where state = 'RUNNING' and rule = any (?) order by due_at, case_no limit ?""")
                .params(rules.toArray(String[]::new), limit)
                .query(PromiseStore::row)
                .list();
    }

    /** The open promises of a case under these rules. */
    public List<Row> ofCase(String caseNo) {
        return jdbc.sql(ROW + " from rapid.promise where case_no = ? order by position")
                .param(caseNo)
                .query(PromiseStore::row)
                .list();
    }

    public List<Count> counts(Instant from, Instant to, String agency, Instant now) {
        return jdbc.sql("""
                        select rule, count(*) filter (where state = 'MET' and ended_at <= due_at),
                               count(*) filter (where %s),
                               count(*) filter (where state in ('RUNNING', 'PAUSED') and due_at >= ?)
                          from rapid.promise
                         where started_at >= ? and started_at < ? and starts_with(agency_code, ?)
                         group by rule order by rule""".formatted(LATE))
                .params(Timestamp.from(now), Timestamp.from(now), Timestamp.from(from), Timestamp.from(to), agency)
                .query((rs, n) -> new Count(rs.getString(1), rs.getInt(2), rs.getInt(3), rs.getInt(4)))
                .list();
    }

    /** The list behind a figure. */
    public List<Row> list(
            Collection<String> rules, String outcome, Instant from, Instant to, String agency, Instant now) {
        String which = switch (outcome) {
            case "LATE" -> LATE;
            case "OPEN" -> "state in ('RUNNING', 'PAUSED') and due_at >= ?";
            default -> "state = 'MET' and ended_at <= due_at and ?::timestamptz is not null";
        };
        return jdbc.sql(ROW + " from rapid.promise where " + which + " " + """
                        and rule = any (?) and started_at >= ? and started_at < ? and starts_with(agency_code, ?)
                         order by started_at desc, case_no limit 500""")
                .params(
                        Timestamp.from(now),
                        rules.toArray(String[]::new),
                        Timestamp.from(from),
                        Timestamp.from(to),
                        agency)
                .query(PromiseStore::row)
                .list();
    }

    /** Cases to which this person was sent, the newest first. */
    public List<String> sentTo(String person, Instant after) {
        return jdbc.sql("""
                        select case_no from rapid.team where person_id = ? and sent_at > ?
                         order by sent_at desc limit 50""")
                .params(person, Timestamp.from(after))
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    public List<String> team(String caseNo) {
        return jdbc.sql("select person_id from rapid.team where case_no = ? order by sent_at")
                .param(caseNo)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    /** Why it was late, as last told. */
    public Optional<String> excuse(String caseNo, String rule) {
        return jdbc.sql("""
                        select reason from rapid.excuse where case_no = ? and rule = ?
                         order by excuse_id desc limit 1""").params(caseNo, rule).query(String.class).optional();
    }

    public void excuse(String caseNo, String rule, String reason, String by, Instant at) {
        jdbc.sql("insert into rapid.excuse (case_no, rule, reason, by_person, at) values (?, ?, ?, ?, ?)")
                .params(caseNo, rule, reason, by, Timestamp.from(at))
                .update();
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        Timestamp ended = rs.getTimestamp("ended_at");
        return new Row(
                rs.getString("case_no"),
                rs.getString("rule"),
                rs.getString("agency_code"),
                rs.getTimestamp("started_at").toInstant(),
                rs.getTimestamp("due_at").toInstant(),
                rs.getString("state"),
                ended == null ? null : ended.toInstant());
    }
}
