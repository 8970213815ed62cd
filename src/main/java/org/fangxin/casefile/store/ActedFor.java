package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.SubstituteActs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link SubstituteActs} out of the journal. */
@Component
class ActedFor implements SubstituteActs {
    private final JdbcClient jdbc;

    ActedFor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> cases(String absentPerson, Instant from, Instant to, int limit) {
        return jdbc.sql("""
                        select c.case_no from casefile.journal j join casefile.case_file c on c.id = j.case_id
                         where j.acted_for = ? and j.recorded_at >= ? and j.recorded_at <= ?
                         group by c.case_no order by max(j.recorded_at) desc, c.case_no limit ?""")
                .params(absentPerson, Timestamp.from(from), Timestamp.from(to), limit)
                .query((rs, n) -> rs.getString(1))
                .list();
    }
}
