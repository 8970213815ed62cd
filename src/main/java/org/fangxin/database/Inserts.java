package org.fangxin.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Rows to be written. Inside {@link #together} they wait until its end and then go to the server table by table, so that many
 * new cases cost hardly more round trips than one; elsewhere each is written at once. What is read meanwhile does not see them.
 */
@Component
public class Inserts {
    private static final ThreadLocal<@Nullable Map<String, List<@Nullable Object[]>>> WAITING = new ThreadLocal<>();

    private final JdbcOperations jdbc;

    Inserts(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sql one {@code insert … values (?, …)}; tables are written in the order in which they were first named */
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
        rows.forEach(jdbc::batchUpdate);
        return done;
    }
}
