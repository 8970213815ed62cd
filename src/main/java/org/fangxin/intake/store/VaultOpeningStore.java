package org.fangxin.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.intake.ReporterField;
import org.fangxin.intake.ReporterOpening;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Openings of the vault as they were asked for and decided; no value is here. Runs in the program's own scope. */
@Component
public class VaultOpeningStore {
    private static final String COLUMNS = """
            select opening_id, case_no, agency_code, field, purpose, requested_by, requested_at, state, decided_by,
                   decided_at, shown_until from intake.vault_opening""";

    private final JdbcClient jdbc;

    VaultOpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ReporterOpening opening) {
        jdbc.sql("""
                        insert into intake.vault_opening (opening_id, case_no, agency_code, field, purpose,
                            requested_by, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        opening.openingId(),
                        opening.caseNo(),
                        opening.agencyCode(),
                        opening.field().name(),
                        opening.purpose().name(),
                        opening.requestedBy(),
                        Timestamp.from(opening.requestedAt()))
                .update();
    }

    /** Held until the transaction ends, so that two cannot decide at once. */
    public Optional<ReporterOpening> hold(String openingId) {
        return jdbc.sql(COLUMNS + " where opening_id = ? for update")
                .param(openingId)
                .query(VaultOpeningStore::row)
                .optional();
    }

    public List<ReporterOpening> ofCase(String caseNo) {
        return jdbc.sql(COLUMNS + " where case_no = ? order by requested_at desc, opening_id")
                .param(caseNo)
                .query(VaultOpeningStore::row)
                .list();
    }

    /** Those of a range of agencies that wait for the keeper, the oldest first, and the last fifty decided ones. */
    public List<ReporterOpening> ofRange(String from, String to) {
        String waiting = COLUMNS + " where state = 'REQUESTED' and agency_code >= :from and agency_code < :to"
                + " order by requested_at";
        String decided = COLUMNS + " where state <> 'REQUESTED' and agency_code >= :from and agency_code < :to"
                + " order by decided_at desc limit 50";
        return jdbc.sql("(" + waiting + ") union all (" + decided + ")")
                .param("from", from)
                .param("to", to)
                .query(VaultOpeningStore::row)
                .list();
    }

    public void decide(String openingId, ReporterOpening.State state, String by, Instant now, @Nullable Instant until) {
        jdbc.sql("""
                        update intake.vault_opening set state = ?, decided_by = ?, decided_at = ?, shown_until = ?
                         where opening_id = ?""")
                .params(java.util.Arrays.asList(
                        state.name(), by, Timestamp.from(now), until == null ? null : Timestamp.from(until), openingId))
                .update();
    }

    private static ReporterOpening row(ResultSet rs, int n) throws SQLException {
        return new ReporterOpening(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                ReporterField.valueOf(rs.getString(4)),
                ReporterOpening.Purpose.valueOf(rs.getString(5)),
                rs.getString(6),
                rs.getTimestamp(7).toInstant(),
                ReporterOpening.State.valueOf(rs.getString(8)),
                rs.getString(9),
                instant(rs.getTimestamp(10)),
                instant(rs.getTimestamp(11)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
