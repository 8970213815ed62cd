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
import org.fangxin.casefile.store.JournalLinks;
import org.fangxin.casefile.store.Parties;
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
            PARTIES,
            Parties.COLUMNS,
            WORDS,
            List.of("case_id", "agency_code", "kind", "stage", "handlers", "received", "digest", "terms"));

    private final Map<String, Copied> tables = new LinkedHashMap<>();
    private final Parties parties;
    private final JournalLinks links;

    /** @param copied the tables that are copied column by column, with their columns */
    Sheet(Map<String, List<String>> copied, Parties parties, JournalLinks links) {
        this.parties = parties;
        this.links = links;
        copied.forEach((table, columns) -> tables.put(table, new Copied(table, columns)));
        OWN.forEach((table, columns) -> tables.put(table, new Copied(table, columns)));
    }

    static List<String> ownTables() {
        return List.copyOf(OWN.keySet());
    }

    Copied of(String table) {
        return Objects.requireNonNull(tables.get(table), table);
    }

    Parties parties() {
        return parties;
    }

    JournalLinks links() {
        return links;
    }

    /** Writes what was gathered and commits. */
    void write(Connection connection) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Copied table : tables.values()) {
            byte[] rows = table.take().getBytes(StandardCharsets.UTF_8);
            if (rows.length > 0) {
                copies.copyIn(table.sql(), new ByteArrayInputStream(rows), 1 << 20);
            }
        }
        connection.commit();
    }
}
