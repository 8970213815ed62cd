package org.fangxin.worklist.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.worklist.SavedView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Saved views within the thread's scope: one's own and those shared with one's agency. */
@Component
public class SavedViewStore {
    private static final String VIEW = """
            select view_id, agency_code, owner, name, filter, sort, columns, shared, changed_at from worklist.saved_view""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SavedViewStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The agency's first, then one's own, each in the order of making. */
    public List<SavedView> all() {
        return jdbc.sql(VIEW + " order by shared desc, view_id")
                .query(this::view)
                .list();
    }

    public Optional<SavedView> find(long id) {
        return jdbc.sql(VIEW + " where view_id = ?").param(id).query(this::view).optional();
    }

    public long add(SavedView view) {
        return jdbc.sql("""
                        insert into worklist.saved_view (agency_code, owner, name, filter, sort, columns, shared, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning view_id""")
                .params(
                        view.agency(),
                        view.owner(),
                        view.name(),
                        json.writeValueAsString(view.filter()),
                        view.sort(),
                        view.columns().toArray(String[]::new),
                        view.shared(),
                        Timestamp.from(view.changedAt()))
                .query(Long.class)
                .single();
    }

    public void change(SavedView view) {
        jdbc.sql("""
                        update worklist.saved_view
                           set name = ?, filter = ?, sort = ?, columns = ?, shared = ?, changed_at = ? where view_id = ?""")
                .params(
                        view.name(),
                        json.writeValueAsString(view.filter()),
                        view.sort(),
                        view.columns().toArray(String[]::new),
                        view.shared(),
                        Timestamp.from(view.changedAt()),
                        view.id())
                .update();
    }

    public void remove(long id) {
        jdbc.sql("delete from worklist.saved_view where view_id = ?").param(id).update();
    }

    private SavedView view(ResultSet rs, int n) throws SQLException {
        return new SavedView(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                json.readValue(rs.getString(5), new TypeReference<Map<String, String>>() {}),
                rs.getString(6),
                List.of((String[]) rs.getArray(7).getArray()),
                rs.getBoolean(8),
                rs.getTimestamp(9).toInstant());
    }
}
