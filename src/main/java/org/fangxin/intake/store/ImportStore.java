package org.fangxin.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports: each with its file, how far it is, and the mapping it runs by. */
@Component
public class ImportStore {
    private static final String COLUMNS = """
            import_id, agency_code, file_name, file_id, file_sm3, state, dry_run, mapping, total, processed, landed,
            skipped, failed, fault, created_by, started_at, finished_at""";

    /**
     * An import.
     *
     * @param fileId where the file is kept; null once it has been deleted
     * @param mapping header → code of a field
     * @param processed rows looked at so far: where to go on
     * @param fault why the whole file could not be read, or null
     */
    public record Job(
            String id,
            String agency,
            String fileName,
            @Nullable String fileId,
            String fileSm3,
            String state,
            boolean dryRun,
            Map<String, String> mapping,
            int total,
            int processed,
            int landed,
            int skipped,
            int failed,
            @Nullable String fault,
            String createdBy,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, Ciphers ciphers, JsonMapper json) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.json = json;
    }

    public void insert(Job job) {
        jdbc.sql("""
                        insert into intake.import_job (import_id, agency_code, file_name, file_id, file_sm3, state,
                            dry_run, mapping, total, created_by, started_at)
                        values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?)""")
                .params(java.util.Arrays.asList(
                        job.id(),
                        job.agency(),
                        ciphers.party().encrypt(job.fileName(), place(job.id())),
                        job.fileId(),
                        job.fileSm3(),
                        job.dryRun(),
                        json.writeValueAsString(job.mapping()),
                        job.total(),
                        job.createdBy(),
                        Timestamp.from(job.startedAt())))
                .update();
    }

    public Optional<Job> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from intake.import_job where import_id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Locks the import until the transaction ends: whoever else runs it waits, and then sees where it is. */
    public Optional<Job> lock(String id) {
        return jdbc.sql("select " + COLUMNS + " from intake.import_job where import_id = ? for update")
                .param(id)
                .query(this::read)
                .optional();
    }

    public List<Job> recent(int most) {
        return jdbc.sql("select " + COLUMNS + " from intake.import_job order by started_at desc, import_id limit ?")
                .param(most)
                .query(this::read)
                .list();
    }

    public List<Job> running() {
        return jdbc.sql("select " + COLUMNS + " from intake.import_job where state = 'RUNNING' order by started_at")
                .query(this::read)
                .list();
    }

    /** The same file being imported for the same agency now. */
    public Optional<Job> underWay(String agency, String fileSm3) {
        return jdbc.sql("select " + COLUMNS + " from intake.import_job"
                        + " where state = 'RUNNING' and not dry_run and agency_code = ? and file_sm3 = ?"
                        + " order by started_at limit 1")
                .params(agency, fileSm3)
                .query(this::read)
                .optional();
    }

    /** Counts rows further; {@code landed + skipped + failed} rows were looked at. */
    public void advance(String id, int landed, int skipped, int failed) {
        jdbc.sql("""
                        update intake.import_job
                           set processed = processed + ?, landed = landed + ?, skipped = skipped + ?, failed = failed + ?
                         where import_id = ?""")
                .params(landed + skipped + failed, landed, skipped, failed, id)
                .update();
    }

    public void finish(String id, @Nullable String fault, Instant now) {
        jdbc.sql("""
                        update intake.import_job set state = ?, fault = ?, finished_at = ?
                         where import_id = ? and state = 'RUNNING'""")
                .params(java.util.Arrays.asList(fault == null ? "DONE" : "FAILED", fault, Timestamp.from(now), id))
                .update();
    }

    public Optional<Map<String, String>> settledMapping(String agency, String headerSm3) {
        return jdbc.sql("select mapping from intake.import_mapping where agency_code = ? and header_sm3 = ?")
                .params(agency, headerSm3)
                .query((rs, n) -> mapping(rs.getString(1)))
                .optional();
    }

    public void settle(String agency, String headerSm3, Map<String, String> mapping, String by, Instant now) {
        jdbc.sql("""
                        insert into intake.import_mapping (agency_code, header_sm3, mapping, settled_by, settled_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (agency_code, header_sm3) do update
                           set mapping = excluded.mapping, settled_by = excluded.settled_by,
                               settled_at = excluded.settled_at""")
                .params(agency, headerSm3, json.writeValueAsString(mapping), by, Timestamp.from(now))
                .update();
    }

    /** Those of these ids that are files of imports. */
    public List<String> filesAmong(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select distinct file_id from intake.import_job where file_id in (:ids)")
                        .param("ids", ids)
                        .query((rs, n) -> rs.getString(1))
                        .list();
    }

    /** Lets go of the files of imports that ended before the instant; nobody needs them again. */
    public int releaseFiles(Instant before) {
        return jdbc.sql("""
                        update intake.import_job set file_id = null
                         where file_id is not null and state <> 'RUNNING' and finished_at < ?""").param(Timestamp.from(before)).update();
    }

    private Job read(ResultSet rs, int row) throws SQLException {
        String id = rs.getString(1);
        Timestamp finished = rs.getTimestamp(17);
        return new Job(
                id,
                rs.getString(2),
                ciphers.party().decrypt(rs.getBytes(3), place(id)),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getBoolean(7),
                mapping(rs.getString(8)),
                rs.getInt(9),
                rs.getInt(10),
                rs.getInt(11),
                rs.getInt(12),
                rs.getInt(13),
                rs.getString(14),
                rs.getString(15),
                rs.getTimestamp(16).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private Map<String, String> mapping(String text) {
        return json.readValue(text, new TypeReference<java.util.LinkedHashMap<String, String>>() {});
    }

    private static Place place(String id) {
        return new Place("intake.import_job", "file_name", id);
    }
}
