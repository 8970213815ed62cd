package org.fangxin.region.store;

import java.util.List;
import org.fangxin.region.Agency;
import org.fangxin.region.Division;
import org.fangxin.region.internal.AgencyRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Divisions and agencies as kept; every change of an agency raises the revision. */
public final class AgencyStore {
    private final JdbcClient jdbc;

    public AgencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Division> divisions() {
        return jdbc.sql("select code, name from region.division order by code")
                .query((row, number) -> new Division(row.getString(1), row.getString(2)))
                .list();
    }

    public List<AgencyRow> agencies() {
        return jdbc.sql("select code, name, level, active, zone from region.agency order by code")
                .query((row, number) -> new AgencyRow(
                        new Agency(row.getString(1), row.getString(2), Agency.Level.valueOf(row.getString(3))),
                        row.getBoolean(4),
                        row.getBoolean(5)))
                .list();
    }

    public long revision() {
        return jdbc.sql("select number from region.revision").query(Long.class).single();
    }

    /** Adds the agency or gives it this name and state. */
    public void save(Agency agency, boolean active) {
        jdbc.sql("""
                insert into region.agency (code, name, level, active) values (?, ?, ?, ?)
                on conflict (code) do update set name = excluded.name, active = excluded.active
                """)
                .params(agency.code(), agency.name(), agency.level().name(), active)
                .update();
        jdbc.sql("update region.revision set number = number + 1").update();
    }
}
