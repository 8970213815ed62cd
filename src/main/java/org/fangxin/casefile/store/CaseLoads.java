package org.fangxin.casefile.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fangxin.casefile.CaseLoad;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open cases that press, by person in charge. */
@Component
class CaseLoads implements CaseLoad {
    private static final String PRESSING = """
            select handler, count(*) filter (where nearest_due < ?), count(*) filter (where nearest_due = ?),
                   count(*) filter (where nearest_due > ?)
              from casefile.case_file, unnest(handlers) handler
             where closed_at is null and (nearest_due <= ? or nearest_near <= ?)
             group by handler""";

    private final JdbcClient jdbc;

    CaseLoads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Load> of(LocalDate today) {
        Map<String, Load> loads = new HashMap<>();
        jdbc.sql(PRESSING).params(today, today, today, today, today).query(rs -> {
            loads.put(rs.getString(1), new Load(rs.getInt(2), rs.getInt(3), rs.getInt(4)));
        });
        return loads;
    }
}
