package org.fangxin.rapid.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suggestions that something is dangerous, and what officers said to them. Within the thread's scope. */
@Component
public class HintStore {
    /** @param kind FOOD or DANGER */
    public record Hint(String caseNo, String kind, String reason, Instant madeAt) {}

    private final JdbcClient jdbc;

    HintStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Hint hint) {
        jdbc.sql("""
                        insert into rapid.hint (case_no, kind, reason, made_at) values (?, ?, ?, ?)
                        on conflict (case_no, kind) do nothing""")
                .params(hint.caseNo(), hint.kind(), hint.reason(), Timestamp.from(hint.madeAt()))
                .update();
    }

    /** Not answered yet, the oldest first. */
    public List<Hint> open(int limit) {
        return jdbc.sql("""
                        select case_no, kind, reason, made_at from rapid.hint where answer is null
                         order by made_at limit ?""")
                .param(limit)
                .query((rs, n) -> new Hint(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }

    public List<Hint> ofCase(String caseNo) {
        return jdbc.sql("select case_no, kind, reason, made_at from rapid.hint where case_no = ? and answer is null")
                .param(caseNo)
                .query((rs, n) -> new Hint(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }

    /** @return false when it is not open: answered before, or never made */
    public boolean answer(String caseNo, String kind, boolean confirmed, String reason, String by, Instant at) {
        return jdbc.sql("""
                                update rapid.hint set answer = ?, answer_reason = ?, answered_by = ?, answered_at = ?
                                 where case_no = ? and kind = ? and answer is null""")
                        .params(confirmed ? "CONFIRMED" : "DISMISSED", reason, by, Timestamp.from(at), caseNo, kind)
                        .update()
                == 1;
    }
}
