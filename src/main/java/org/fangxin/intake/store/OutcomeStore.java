package org.fangxin.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of a proposal by what people did, one for each case and field. */
@Component
public class OutcomeStore {
    /** Which act told it. */
    public enum By {
        MATERIAL,
        REFUSED,
        ACCEPTED,
        FLAGGED
    }

    /** {@code outcome} equals {@code suggested} where the proposal was right. */
    public record Outcome(
            String caseNo,
            String field,
            String agency,
            String source,
            String suggested,
            String outcome,
            By by,
            Instant at) {}

    private final JdbcClient jdbc;

    OutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last act tells; but material that was asked for and came in does not make the doubt wrong when the case is accepted. */
    public void keep(Outcome one) {
        jdbc.sql("""
                        insert into intake.suggestion_outcome as o (case_no, field, agency_code, source, suggested, outcome, act,
                            decided_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_no, field) do update
                           set outcome = excluded.outcome, act = excluded.act, decided_at = excluded.decided_at
                         where not (o.act = 'MATERIAL' and excluded.act = 'ACCEPTED')""")
                .params(
                        one.caseNo(),
                        one.field(),
                        one.agency(),
                        one.source(),
                        one.suggested(),
                        one.outcome(),
                        one.by().name(),
                        Timestamp.from(one.at()))
                .update();
    }

    /** A decision that was revoked tells nothing any more. */
    public void drop(String caseNo, By by) {
        jdbc.sql("delete from intake.suggestion_outcome where case_no = ? and act = ?")
                .params(caseNo, by.name())
                .update();
    }

    public void forgetSince(Instant since) {
        jdbc.sql("delete from intake.suggestion_outcome where decided_at >= ?")
                .param(Timestamp.from(since))
                .update();
    }
}
