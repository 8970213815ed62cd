package org.fangxin.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Rows to be written. Inside {@link #together} they wait until its end and then go to the server in one message, one statement a
 * table, so that many new cases cost no more round trips than one; elsewhere each is written at once. What is read meanwhile does
 * not see them.
 */
@Component
public class Inserts {
    private static final ThreadLocal<@Nullable Map<String, List<@Nullable Object[]>>> WAITING = new ThreadLocal<>();
    /** Whatever the scope, a row is written in one way only: nothing is won by planning it anew, as what reads is. */
    private static final String PLANNED_ONCE = "select set_config('plan_cache_mode', 'force_generic_plan', true);\n";

    private static final String PLANNED_ANEW = ";\nselect set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final JdbcOperations jdbc;
    private final Map<String, Columns> known = new ConcurrentHashMap<>();

    Inserts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sql one insert; best {@code insert … values (?, …)}. Tables are written in the order in which they were first named */
    public void add(String sql, @Nullable Object... values) {
        Map<String, List<@Nullable Object[]>> waiting = WAITING.get();
        if (waiting == null) {
            jdbc.update(sql, values);
        } else {
            waiting.computeIfAbsent(sql, first -> new ArrayList<>()).add(values);
        }
    }

    /** Runs the work and writes what it added; nothing of it when the work fails. Needs a transaction. */
    public <T> T together(Supplier<T> work) {
        if (WAITING.get() != null) {
            return work.get();
        }
        Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        WAITING.set(rows);
        T done;
        try {
            done = work.get();
        } finally {
            WAITING.remove();
        }
        write(rows);
        return done;
    }

    /** Neighbours that are rows of plain values go in one message; anything else by itself, in its turn. */
    private void write(Map<String, List<@Nullable Object[]>> rows) {
        Map<String, List<@Nullable Object[]>> plain = new LinkedHashMap<>();
        rows.forEach((sql, theirs) -> {
            if (Columns.fit(sql)) {
                plain.put(sql, theirs);
            } else {
                send(plain);
                plain.clear();
                jdbc.batchUpdate(sql, theirs);
            }
        });
        send(plain);
    }

    private void send(Map<String, List<@Nullable Object[]>> rows) {
        if (rows.values().stream().mapToInt(List::size).sum() > 1) {
            jdbc.execute((Connection connection) -> send(connection, rows));
        } else {
            rows.forEach((sql, one) -> jdbc.update(sql, one.getFirst()));
        }
    }

    private int send(Connection connection, Map<String, List<@Nullable Object[]>> rows) throws SQLException {
        Map<Columns, List<@Nullable Object[]>> tables = new LinkedHashMap<>();
        for (Map.Entry<String, List<@Nullable Object[]>> table : rows.entrySet()) {
            tables.put(columns(connection, table.getKey()), table.getValue());
        }
        String all = tables.keySet().stream()
                .map(Columns::sql)
                .collect(Collectors.joining(";\n", PLANNED_ONCE, PLANNED_ANEW));
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            int next = 1;
            for (Map.Entry<Columns, List<@Nullable Object[]>> table : tables.entrySet()) {
                next = table.getKey().set(statement, next, table.getValue());
            }
            statement.execute();
            return next;
        }
    }

    private Columns columns(Connection connection, String sql) throws SQLException {
        Columns columns = known.get(sql);
        if (columns == null) {
            columns = Columns.of(connection, sql);
            known.put(sql, columns);
        }
        return columns;
    }
}
