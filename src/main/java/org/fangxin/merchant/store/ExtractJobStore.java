package org.fangxin.merchant.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.merchant.ExtractImport.Outcome;
import org.fangxin.merchant.RowProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Extracts that are taken in through the browser, within the thread's scope. */
@Component
public class ExtractJobStore {
    private static final String JOB = """
            select extract_id, agency_code, file_name, state, total, read, added, changed, same, left_out, faults, problem,
                   by_person, started_at, finished_at
              from merchant.extract
            """;

    /**
     * @param state RUNNING, DONE or FAILED
     * @param total rows of the file; 0 until they are counted
     * @param faults how many cells and rows were wrong; the first ten thousand are kept
     * @param problem why the whole file could not be read, or null
     */
    public record Job(
            String id,
            String agency,
            String fileName,
            String state,
            int total,
            Outcome outcome,
            int faults,
            @Nullable String problem,
            String by,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    private final JdbcClient jdbc;

    ExtractJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String id, String agency, String fileName, String by, Instant now) {
        jdbc.sql("""
                        insert into merchant.extract (extract_id, agency_code, file_name, state, by_person, started_at, touched_at)
                        values (?, ?, ?, 'RUNNING', ?, ?, ?)""")
                .params(id, agency, fileName, by, Timestamp.from(now), Timestamp.from(now))
                .update();
    }

    public Optional<Job> find(String id) {
        return jdbc.sql(JOB + "where extract_id = ?")
                .param(id)
                .query(ExtractJobStore::job)
                .optional();
    }

    /** Newest first. */
    public List<Job> recent(int most) {
        return jdbc.sql(JOB + "order by started_at desc, extract_id limit ?")
                .param(most)
                .query(ExtractJobStore::job)
                .list();
    }

    /** Ids of what nobody has touched since; whoever takes one says so in the same statement. */
    public List<String> takeOver(Instant untouchedSince, Instant now) {
        return jdbc.sql("""
                        update merchant.extract set touched_at = ? where state = 'RUNNING' and touched_at < ?
                        returning extract_id""")
                .params(Timestamp.from(now), Timestamp.from(untouchedSince))
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    /** Begins, or begins again: faults of an earlier run are told anew. */
    public void begin(String id, int total, Instant now) {
        jdbc.sql("delete from merchant.extract_fault where extract_id = ?")
                .param(id)
                .update();
        jdbc.sql("update merchant.extract set total = ?, faults = 0, touched_at = ? where extract_id = ?")
                .params(total, Timestamp.from(now), id)
                .update();
    }

    public void advance(String id, Outcome so, int faults, Instant now) {
        jdbc.sql("""
                        update merchant.extract set read = ?, added = ?, changed = ?, same = ?, left_out = ?, faults = ?,
                               touched_at = ? where extract_id = ?""")
                .params(so.read(), so.added(), so.changed(), so.same(), so.left(), faults, Timestamp.from(now), id)
                .update();
    }

    public void finish(String id, @Nullable String problem, Instant now) {
        jdbc.sql("update merchant.extract set state = ?, problem = ?, finished_at = ? where extract_id = ?")
                .params(Arrays.asList(problem == null ? "DONE" : "FAILED", problem, Timestamp.from(now), id))
                .update();
    }

    /** @param from position of the first one, from 1 */
    public void faults(String id, int from, List<RowProblem> faults) {
        int position = from;
        for (RowProblem one : faults) {
            jdbc.sql("insert into merchant.extract_fault values (?, ?, ?, ?, ?)")
                    .params(id, position++, one.line(), one.column(), one.problem())
                    .update();
        }
    }

    /** In the file's order, after a position. */
    public List<RowProblem> faults(String id, int after, int most) {
        return jdbc.sql("""
                        select line, heading, problem from merchant.extract_fault
                         where extract_id = ? and position > ? order by position limit ?""")
                .params(id, after, most)
                .query((rs, n) -> new RowProblem(rs.getInt(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    private static Job job(ResultSet rs, int n) throws SQLException {
        Timestamp finished = rs.getTimestamp("finished_at");
        return new Job(
                rs.getString("extract_id"),
                rs.getString("agency_code"),
                rs.getString("file_name"),
                rs.getString("state"),
                rs.getInt("total"),
                new Outcome(
                        rs.getInt("read"),
                        rs.getInt("added"),
                        rs.getInt("changed"),
                        rs.getInt("same"),
                        rs.getInt("left_out")),
                rs.getInt("faults"),
                rs.getString("problem"),
                rs.getString("by_person"),
                rs.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
