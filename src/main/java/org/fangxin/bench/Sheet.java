package org.fangxin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.RowsBesideTheGate;
import org.postgresql.PGConnection;

/** A portion of invented cases, table by table, written by {@code COPY} in one transaction. */
final class Sheet {
    static final String JOURNAL = "casefile.journal";
    static final String TEXTS = "casefile.act_text";
    static final String PARTIES = "casefile.party";
    static final String WORDS = "search.case_text";
    private static final Map<String, List<String>> OWN = Map.of(
            JOURNAL,
            List.of(
                    "case_id",
                    "case_seq",
                    "act_id",
                    "act",
                    "type",
                    "data",
                    "texts_digest",
                    "actor",
                    "occurred_at",
                    "recorded_at",
                    "link"),
            TEXTS,
            List.of("act_id", "field", "case_id", "body"),
            WORDS,
            List.of("case_id", "agency_code", "kind", "stage", "handlers", "received", "digest", "terms"));

    private final Map<String, Copied> tables = new LinkedHashMap<>();
    private final RowsBesideTheGate rows;

    /** @param copied the tables that are copied column by column, with their columns */
    Sheet(Map<String, List<String>> copied, RowsBesideTheGate rows) {
        this.rows = rows;
        copied.forEach((table, columns) -> tables.put(table, new Copied(table, columns)));
        OWN.forEach((table, columns) -> tables.put(table, new Copied(table, columns)));
        tables.put(PARTIES, new Copied(PARTIES, rows.partyColumns()));
    }

    static List<String> ownTables() {
        return List.of(JOURNAL, TEXTS, PARTIES, WORDS);
    }

    Copied of(String table) {
        return Objects.requireNonNull(tables.get(table), table);
    }

    RowsBesideTheGate rows() {
        return rows;
    }

    /** Writes what was gathered and commits. */
    void write(Connection connection) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Copied table : tables.values()) {
            byte[] copied = table.take().getBytes(StandardCharsets.UTF_8);
            if (copied.length > 0) {
                copies.copyIn(table.sql(), new ByteArrayInputStream(copied), 1 << 20);
            }
        }
        connection.commit();
    }
}
