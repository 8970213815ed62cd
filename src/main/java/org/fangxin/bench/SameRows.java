package org.fangxin.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The limit for intake: the rows that one real submission left behind, written again and again under fresh keys, each by one
 * prepared statement, all in one transaction under the program's role and scope. Nothing is checked, computed or sealed.
 */
final class SameRows {
    private static final AtomicLong FRESH = new AtomicLong(5_000_000_000L);
    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, a.atttypmod)
              from pg_attribute a
             where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
               and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype order by a.attnum""";
    /** Parents first, so that references hold. */
    private static final List<String> TABLES = List.of(
            "intake.idempotency",
            "intake.submission",
            "casefile.case_file",
            "casefile.journal",
            "casefile.act_text",
            "casefile.party",
            "casefile.deadline",
            "intake.submission_case");

    /** One row as text, with the statement that writes it. */
    private record Row(String sql, List<@Nullable String> values) {}

    private final List<Row> rows;
    private final String caseId;
    private final List<String> keys;

    private SameRows(List<Row> rows, String caseId, List<String> keys) {
        this.rows = rows;
        this.caseId = caseId;
        this.keys = keys;
    }

    /** How many rows a submission leaves. */
    int size() {
        return rows.size();
    }

    /** What the transaction that wrote this case wrote. */
    static SameRows of(Connection owner, String caseNo) throws SQLException {
        String id = text(owner, "select id::text from casefile.case_file where case_no = ?", caseNo);
        String xid = text(owner, "select xmin::text from casefile.case_file where case_no = ?", caseNo);
        List<Row> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>(List.of(
                caseNo,
                text(owner, "select submission_no from casefile.case_file where case_no = ?", caseNo),
                text(owner, "select act_id::text from casefile.journal where case_id = ?::bigint limit 1", id)));
        for (String table : TABLES) {
            rows.addAll(rows(owner, table, xid));
        }
        keys.add(text(owner, "select key_mac::text from intake.idempotency where xmin = ?::xid", xid));
        return new SameRows(rows, id, keys);
    }

    private static List<Row> rows(Connection owner, String table, String xid) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        try (PreparedStatement columns = owner.prepareStatement(COLUMNS)) {
            columns.setString(1, table);
            try (ResultSet rs = columns.executeQuery()) {
                while (rs.next()) {
                    names.add(rs.getString(1));
                    types.add(rs.getString(2));
                }
            }
        }
        String sql = "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(
                        ", ", types.stream().map(type -> "?::text::" + type).toList()) + ")";
        List<Row> rows = new ArrayList<>();
        String read = "select "
                + String.join(", ", names.stream().map(n -> n + "::text").toList()) + " from " + table
                + " where xmin = ?::xid";
        try (PreparedStatement select = owner.prepareStatement(read)) {
            select.setString(1, xid);
            try (ResultSet rs = select.executeQuery()) {
                while (rs.next()) {
                    rows.add(new Row(sql, values(rs)));
                }
            }
        }
        return rows;
    }

    private static List<@Nullable String> values(ResultSet rs) throws SQLException {
        ResultSetMetaData meta = rs.getMetaData();
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            values.add(rs.getString(i));
        }
        return values;
    }

    private static String text(Connection owner, String sql, String value) throws SQLException {
        try (PreparedStatement select = owner.prepareStatement(sql)) {
            select.setString(1, value);
            try (ResultSet rs = select.executeQuery()) {
                rs.next();
                return rs.getString(1);
            }
        }
    }

    /** One client of the limit, with its own connection and prepared statements. */
    final class Client implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement scope;
        private final List<PreparedStatement> statements = new ArrayList<>();

        Client(Connection owner) throws SQLException {
            connection = owner;
            try (Statement role = connection.createStatement()) {
                role.execute("set role fx_app");
            }
            connection.setAutoCommit(false);
            scope = connection.prepareStatement(
                    "select set_config('fangxin.scope_from', '', true), set_config('fangxin.scope_to', ':', true),"
                            + " set_config('fangxin.person', '', true), set_config('fangxin.reports', 'ALL', true), set_config('fangxin.leads', 'NO', true)");
            for (Row row : rows) {
                statements.add(connection.prepareStatement(row.sql()));
            }
        }

        void once() throws SQLException {
            scope.executeQuery().close();
            String fresh = Long.toString(FRESH.incrementAndGet());
            Map<String, String> changed = changed(fresh);
            for (int i = 0; i < rows.size(); i++) {
                PreparedStatement statement = statements.get(i);
                List<@Nullable String> values = rows.get(i).values();
                for (int c = 0; c < values.size(); c++) {
                    String value = values.get(c);
                    statement.setString(c + 1, value == null ? null : changed.getOrDefault(value, value));
                }
                statement.executeUpdate();
            }
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private Map<String, String> changed(String fresh) {
        Map<String, String> changed = new HashMap<>();
        changed.put(caseId, fresh);
        for (String key : keys) {
            changed.put(
                    key,
                    key.startsWith("\\x")
                            ? "\\x" + "0".repeat(16) + fresh + key.substring(2 + 16 + fresh.length())
                            : key.length() == 36 ? new UUID(Long.parseLong(fresh), 1).toString() : key + "-" + fresh);
        }
        return changed;
    }
}
