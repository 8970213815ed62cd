package org.fangxin.database;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An insert of one row as an insert of many, which are handed over as one array a column: however many there are, the server reads,
 * plans and starts one statement, always of the same words.
 *
 * @param sql {@code insert into … select … from unnest(…)}
 * @param types what each column's values are
 */
record Columns(String sql, List<String> types) {
    private static final Pattern ONE_ROW = Pattern.compile("(?s)(insert into .*?\\))\\s*values\\s*\\([?,\\s]+\\)\\s*");
    private static final String BYTES = "bytea";
    private static final String TEXT = "text";

    /** Whether it inserts a row of plain values. */
    static boolean fit(String sql) {
        return ONE_ROW.matcher(sql).matches();
    }

    /** @param sql {@code insert into … (…) values (?, …)}, and nothing besides */
    static Columns of(Connection connection, String sql) throws SQLException {
        Matcher row = ONE_ROW.matcher(sql);
        if (!row.matches()) {
            throw new IllegalArgumentException("Rows are written together by inserts of plain values only: " + sql);
        }
        List<String> types = new ArrayList<>();
        try (PreparedStatement one = connection.prepareStatement(sql)) {
            ParameterMetaData columns = one.getParameterMetaData();
            for (int i = 1; i <= columns.getParameterCount(); i++) {
                types.add(columns.getParameterTypeName(i));
            }
        }
        return new Columns(row.group(1) + many(types), List.copyOf(types));
    }

    private static String many(List<String> types) {
        List<String> taken = new ArrayList<>();
        List<String> given = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String name = "c" + i;
            String type = types.get(i);
            names.add(name);
            taken.add(isArray(type) ? name + "::" + type : name);
            given.add("?::" + handedOver(type) + "[]");
        }
        return " select " + String.join(", ", taken) + " from unnest(" + String.join(", ", given) + ") as given ("
                + String.join(", ", names) + ")";
    }

    /** Hands the rows over from this place on; the place behind them. */
    int set(PreparedStatement statement, int from, List<@Nullable Object[]> rows) throws SQLException {
        Connection connection = statement.getConnection();
        for (int i = 0; i < types.size(); i++) {
            statement.setArray(
                    from + i, connection.createArrayOf(handedOver(types.get(i)), column(connection, rows, i)));
        }
        return from + types.size();
    }

    private @Nullable Object[] column(Connection connection, List<@Nullable Object[]> rows, int i) throws SQLException {
        if (types.get(i).equals(BYTES)) {
            return rows.stream().map(row -> (byte[]) row[i]).toArray(byte[][]::new);
        }
        @Nullable String[] values = new String[rows.size()];
        for (int r = 0; r < values.length; r++) {
            values[r] = inWords(connection, rows.get(r)[i]);
        }
        return values;
    }

    private static @Nullable String inWords(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case String[] several -> connection.createArrayOf(TEXT, several).toString();
            case Timestamp at -> at.toInstant().toString();
            default -> value.toString();
        };
    }

    /** Arrays of arrays would be taken apart down to their last element: a value that is one is handed over as its words. */
    private static String handedOver(String type) {
        return isArray(type) ? TEXT : type;
    }

    private static boolean isArray(String type) {
        return type.startsWith("_");
    }
}
