package org.fangxin.staffing.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was handed over and handed back, as it was confirmed. */
@Component
public class HandoverStore {
    /** When the work goes to the substitute, and when it comes back. */
    public enum Phase {
        START,
        END
    }

    /** @param caseNos the cases on the list that the person had before his eyes */
    public record Confirmed(Phase phase, List<String> caseNos, String by, Instant at) {}

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when this person confirmed before */
    public boolean add(long absenceId, Confirmed confirmed) {
        return jdbc.sql("""
                                insert into staffing.handover (absence_id, phase, case_nos, by_person, at)
                                values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                absenceId,
                                confirmed.phase().name(),
                                confirmed.caseNos().toArray(String[]::new),
                                confirmed.by(),
                                Timestamp.from(confirmed.at()))
                        .update()
                == 1;
    }

    public List<Confirmed> of(long absenceId) {
        return jdbc.sql("select phase, case_nos, by_person, at from staffing.handover where absence_id = ? order by at")
                .param(absenceId)
                .query((rs, n) -> new Confirmed(
                        Phase.valueOf(rs.getString("phase")),
                        List.of((String[]) rs.getArray("case_nos").getArray()),
                        rs.getString("by_person"),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }
}
