package org.fangxin.law.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Values that agencies chose instead of the defaults. */
@Repository
public class SettingTable {
    private final JdbcClient jdbc;

    /** @param agencyCode the subtree it holds for; empty for the nation */
    public record Choice(String id, String agencyCode, String value) {}

    SettingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Choice> all() {
        return jdbc.sql("select id, agency_code, value from law.setting order by id, agency_code")
                .query((row, number) ->
                        new Choice(row.getString("id"), row.getString("agency_code"), row.getString("value")))
                .list();
    }

    public void put(Choice choice, String by, Instant at) {
        jdbc.sql("""
                insert into law.setting (id, agency_code, value, changed_at, changed_by)
                values (:id, :agency, :value, :at, :by)
                on conflict (id, agency_code) do update
                set value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("id", choice.id())
                .param("agency", choice.agencyCode())
                .param("value", choice.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Back to what the agency above has, or the default. */
    public void remove(String id, String agencyCode) {
        jdbc.sql("delete from law.setting where id = :id and agency_code = :agency")
                .param("id", id)
                .param("agency", agencyCode)
                .update();
    }
}
