package org.fangxin.merchant.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.fangxin.merchant.MarketEntity;

/** A row of the registry as an entity. */
final class EntityRows {
    static final String COLUMNS = """
            id, uscc, old_no, name, aliases, kind, status, address, region_code, trade, registered_on, parent_uscc, platform_uscc,
            merged_into, version, changed_at""";

    private EntityRows() {}

    static MarketEntity of(ResultSet rs, int number) throws SQLException {
        long merged = rs.getLong("merged_into");
        boolean whole = rs.wasNull();
        Date registered = rs.getDate("registered_on");
        return new MarketEntity(
                rs.getLong("id"),
                rs.getString("uscc"),
                rs.getString("old_no"),
                rs.getString("name"),
                List.of((String[]) rs.getArray("aliases").getArray()),
                MarketEntity.Kind.valueOf(rs.getString("kind")),
                MarketEntity.Status.valueOf(rs.getString("status")),
                rs.getString("address"),
                rs.getString("region_code"),
                rs.getString("trade"),
                registered == null ? null : registered.toLocalDate(),
                rs.getString("parent_uscc"),
                rs.getString("platform_uscc"),
                whole ? null : merged,
                rs.getInt("version"),
                rs.getTimestamp("changed_at").toInstant());
    }
}
