package org.fangxin.worklist.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.worklist.Export;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Exports within the thread's scope: one's own, and for heads and leaders those of their agency. */
@Component
public class ExportStore {
    private static final String EXPORT = """
            select export_id, agency_code, asked_by, asked_at, filter, sort, columns, format, purpose, words, rows, state,
                   decided_by, decided_at, decision, expires_at from worklist.export""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ciphers ciphers;

    ExportStore(JdbcClient jdbc, JsonMapper json, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.json = json;
        this.ciphers = ciphers;
    }

    public void add(Export export, List<String> caseNos) {
        jdbc.sql("""
                        insert into worklist.export (export_id, agency_code, asked_by, asked_at, filter, sort, columns,
                            format, purpose, words, rows, state, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        export.id(),
                        export.agency(),
                        export.askedBy(),
                        Timestamp.from(export.askedAt()),
                        ciphers.party().encrypt(json.writeValueAsString(export.filter()), place(export.id())),
                        export.sort(),
                        export.columns().toArray(String[]::new),
                        export.format().name(),
                        export.purpose().name(),
                        export.words(),
                        export.rows(),
                        export.state().name(),
                        Timestamp.from(export.expiresAt()))
                .update();
        jdbc.sql("""
                        insert into worklist.export_row (export_id, position, case_no)
                        select ?, position, case_no from unnest(?) with ordinality as listed (case_no, position)""").params(export.id(), caseNos.toArray(String[]::new)).update();
    }

    public Optional<Export> find(String id, Instant now) {
        return jdbc.sql(EXPORT + " where export_id = ? and expires_at > ?")
                .params(id, Timestamp.from(now))
                .query(this::export)
                .optional();
    }

    /** Locked until the transaction ends: two heads do not decide at once. */
    public Optional<Export> hold(String id, Instant now) {
        return jdbc.sql(EXPORT + " where export_id = ? and expires_at > ? for update")
                .params(id, Timestamp.from(now))
                .query(this::export)
                .optional();
    }

    /** The newest first. */
    public List<Export> askedBy(String person, Instant now, int limit) {
        return jdbc.sql(EXPORT + " where asked_by = ? and expires_at > ? order by asked_at desc limit ?")
                .params(person, Timestamp.from(now), limit)
                .query(this::export)
                .list();
    }

    /** What others wait for, the longest first. */
    public List<Export> waiting(String notOf, Instant now, int limit) {
        return jdbc.sql(EXPORT
                        + " where state = 'ASKED' and asked_by <> ? and expires_at > ? order by asked_at limit ?")
                .params(notOf, Timestamp.from(now), limit)
                .query(this::export)
                .list();
    }

    /** Numbers of its cases from a place on. */
    public List<String> rows(String id, int after, int limit) {
        return jdbc.sql("""
                        select case_no from worklist.export_row where export_id = ? and position > ? order by position limit ?""")
                .params(id, after, limit)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    public void decided(String id, Export.State state, String by, Instant at, String words) {
        jdbc.sql("""
                        update worklist.export set state = ?, decided_by = ?, decided_at = ?, decision = ?
                         where export_id = ?""").params(state.name(), by, Timestamp.from(at), words, id).update();
    }

    /** Removes what is over; says how many. */
    public int purge(Instant now) {
        return jdbc.sql("delete from worklist.export where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }

    private Export export(ResultSet rs, int n) throws SQLException {
        String id = rs.getString(1);
        String filter = ciphers.party().decrypt(rs.getBytes(5), place(id));
        return new Export(
                id,
                rs.getString(2),
                rs.getString(3),
                rs.getTimestamp(4).toInstant(),
                json.readValue(filter, new TypeReference<Map<String, String>>() {}),
                rs.getString(6),
                List.of((String[]) rs.getArray(7).getArray()),
                Export.Format.valueOf(rs.getString(8)),
                Export.Purpose.valueOf(rs.getString(9)),
                rs.getString(10),
                rs.getInt(11),
                Export.State.valueOf(rs.getString(12)),
                rs.getString(13),
                instant(rs.getTimestamp(14)),
                rs.getString(15),
                rs.getTimestamp(16).toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static Place place(String id) {
        return new Place("worklist.export", "filter", id);
    }
}
