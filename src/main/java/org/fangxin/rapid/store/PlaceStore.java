package org.fangxin.rapid.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.fangxin.rapid.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What agencies set for their streets. Public. */
@Component
public class PlaceStore {
    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Division code to area, of this one agency. */
    public Map<String, Area> of(String agency) {
        Map<String, Area> found = new HashMap<>();
        jdbc.sql("select division_code, area from rapid.place where agency_code = ?")
                .param(agency)
                .query(rs -> {
                    found.put(rs.getString(1), Area.valueOf(rs.getString(2)));
                });
        return found;
    }

    public void set(String agency, String division, @Nullable Area area, String by, Instant now) {
        if (area == null) {
            jdbc.sql("delete from rapid.place where agency_code = ? and division_code = ?")
                    .params(agency, division)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into rapid.place (agency_code, division_code, area, set_by, set_at)
                        values (?, ?, ?, ?, ?) on conflict (agency_code, division_code)
                        do update set area = excluded.area, set_by = excluded.set_by, set_at = excluded.set_at""")
                .params(agency, division, area.name(), by, Timestamp.from(now))
                .update();
    }
}
