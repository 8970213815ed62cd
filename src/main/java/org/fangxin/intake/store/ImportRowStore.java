package org.fangxin.intake.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each row of an import, and which rows an agency holds already. */
@Component
public class ImportRowStore {
    /** What became of a row; {@code original} is what stood in the faulty cell. */
    public record Result(
            int row,
            String outcome,
            @Nullable String column,
            @Nullable String original,
            @Nullable String problem,
            @Nullable String howToFix,
            @Nullable String caseNo) {}

    /** A page of results. */
    public record Page(List<Result> items, boolean more, int total) {}

    /** A row that landed before: its case, and the fingerprint of what it said. */
    public record Known(String caseNo, byte[] content) {}

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final Ciphers ciphers;

    ImportRowStore(JdbcClient jdbc, JdbcOperations batch, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.ciphers = ciphers;
    }

    /** Writes results, in one round trip. */
    public void insert(String importId, String agency, List<Result> results) {
        batch.batchUpdate(
                """
                insert into intake.import_row (import_id, row_no, agency_code, outcome, column_name, original, problem,
                    how_to_fix, case_no)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                results.stream().map(result -> values(importId, agency, result)).toList());
    }

    private @Nullable Object[] values(String importId, String agency, Result result) {
        String original = result.original();
        return new @Nullable Object[] {
            importId,
            result.row(),
            agency,
            result.outcome(),
            result.column(),
            original == null ? null : ciphers.party().encrypt(original, place(importId, result.row())),
            result.problem(),
            result.howToFix(),
            result.caseNo()
        };
    }

    /** Results after a row, of one outcome or of all when it is empty. */
    public Page page(String importId, String outcome, int after, int limit) {
        List<Result> found = jdbc.sql("""
                        select row_no, outcome, column_name, original, problem, how_to_fix, case_no
                          from intake.import_row
                         where import_id = ? and (outcome = ? or ? = '') and row_no > ?
                         order by row_no limit ?""")
                .params(importId, outcome, outcome, after, limit + 1)
                .query((rs, n) -> {
                    byte[] original = rs.getBytes(4);
                    return new Result(
                            rs.getInt(1),
                            rs.getString(2),
                            rs.getString(3),
                            original == null ? null : ciphers.party().decrypt(original, place(importId, rs.getInt(1))),
                            rs.getString(5),
                            rs.getString(6),
                            rs.getString(7));
                })
                .list();
        int total = jdbc.sql("select count(*) from intake.import_row where import_id = ? and (outcome = ? or ? = '')")
                .params(importId, outcome, outcome)
                .query(Integer.class)
                .single();
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more, total);
    }

    /** Those of these rows that the agency holds already, by the hexadecimal form of their fingerprint. */
    public Map<String, Known> known(String agency, Collection<byte[]> rows) {
        Map<String, Known> known = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("""
                            select row_mac, case_no, content_mac from intake.import_key
                             where agency_code = :agency and row_mac in (:rows)""").param("agency", agency).param("rows", rows).query((java.sql.ResultSet rs) -> {
                known.put(HexFormat.of().formatHex(rs.getBytes(1)), new Known(rs.getString(2), rs.getBytes(3)));
            });
        }
        return known;
    }

    /** A row that landed now. */
    public record Fresh(byte[] row, byte[] content, String caseNo) {}

    /** Remembers rows, in one round trip; fails when one of them landed meanwhile. */
    public void remember(String agency, String importId, List<Fresh> rows) {
        batch.batchUpdate(
                """
                insert into intake.import_key (agency_code, row_mac, content_mac, case_no, import_id)
                values (?, ?, ?, ?, ?)""",
                rows.stream()
                        .map(row -> new Object[] {agency, row.row(), row.content(), row.caseNo(), importId})
                        .toList());
    }

    private static Place place(String importId, int row) {
        return new Place("intake.import_row", "original", importId + '/' + row);
    }
}
