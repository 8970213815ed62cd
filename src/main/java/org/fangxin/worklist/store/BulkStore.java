package org.fangxin.worklist.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Acts on many cases by the person of the thread's scope. */
@Component
public class BulkStore {
    /** Which act, and when. */
    public record Bulk(
            String id, String act, Instant at, @Nullable Instant undoneAt) {}

    /** @param handlers who was in charge before; @param version of the case right after */
    public record Row(String caseNo, List<String> handlers, long version) {}

    private final JdbcClient jdbc;

    BulkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first run of this id settles act and time; a repeated one changes nothing. */
    @Transactional
    public void begin(String id, String person, String act, Instant at) {
        jdbc.sql("insert into worklist.bulk (bulk_id, person, act, at) values (?, ?, ?, ?) on conflict do nothing")
                .params(id, person, act, Timestamp.from(at))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Bulk> find(String id, String person) {
        return jdbc.sql("select bulk_id, act, at, undone_at from worklist.bulk where bulk_id = ? and person = ?")
                .params(id, person)
                .query((rs, n) -> {
                    Timestamp undone = rs.getTimestamp(4);
                    return new Bulk(
                            rs.getString(1),
                            rs.getString(2),
                            rs.getTimestamp(3).toInstant(),
                            undone == null ? null : undone.toInstant());
                })
                .optional();
    }

    @Transactional
    public void done(String id, String person, Row row) {
        jdbc.sql("""
                        insert into worklist.bulk_row (bulk_id, person, case_no, handlers, version) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(id, person, row.caseNo(), row.handlers().toArray(String[]::new), row.version())
                .update();
    }

    @Transactional(readOnly = true)
    public List<Row> rows(String id, String person) {
        return jdbc.sql("""
                        select case_no, handlers, version from worklist.bulk_row
                         where bulk_id = ? and person = ? order by case_no""")
                .params(id, person)
                .query((rs, n) -> new Row(
                        rs.getString(1), List.of((String[]) rs.getArray(2).getArray()), rs.getLong(3)))
                .list();
    }

    @Transactional
    public void undone(String id, String person, Instant at) {
        jdbc.sql("update worklist.bulk set undone_at = ? where bulk_id = ? and person = ? and undone_at is null")
                .params(Timestamp.from(at), id, person)
                .update();
    }
}
