package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fangxin.casefile.OfficerLoads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link OfficerLoads} out of the rows, with the worklist's own conditions. */
@Component
class LoadCounts implements OfficerLoads {
    private static final String COUNT = """
            select handler, count(*),
                   count(*) filter (where nearest_due > :today and nearest_near <= :today),
                   count(*) filter (where nearest_due = :today and nearest_at > :now),
                   count(*) filter (where nearest_at <= :now),
                   count(*) filter (where kind = 'REPORT'), count(*) filter (where kind = 'COMPLAINT')
              from casefile.case_file, unnest(handlers) handler
             where closed_at is null and %s group by handler""".formatted(InSight.IN_RANGE);

    private final JdbcClient jdbc;

    LoadCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Load> of(Instant now) {
        LocalDate today = WorklistSql.day(now);
        Map<String, Load> loads = new HashMap<>();
        jdbc.sql(COUNT).param("today", today).param("now", Timestamp.from(now)).query(rs -> {
            loads.put(
                    rs.getString(1),
                    new Load(rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5), rs.getInt(6), rs.getInt(7)));
        });
        return loads;
    }
}
