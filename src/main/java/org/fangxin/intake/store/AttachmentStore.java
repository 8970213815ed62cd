package org.fangxin.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of stored files. Runs in the program's own scope. */
@Component
public class AttachmentStore {
    /**
     * A stored file.
     *
     * @param metadata ORIGINAL, STRIPPED or KEPT
     * @param bound whether a submission or an act took it; others are deleted after a day
     */
    /** @param uploadedAt null of a file that is only being kept */
    public record Stored(
            String id,
            String fileName,
            String type,
            long size,
            String sm3,
            String metadata,
            boolean forReport,
            boolean bound,
            @Nullable Instant uploadedAt) {}

    private static final String COLUMNS =
            "attachment_id, file_name, type, size, sm3, metadata, for_report, bound_at, uploaded_at";

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    AttachmentStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    public void insert(Stored file, @Nullable String uploadedBy, Instant now) {
        jdbc.sql("""
                        insert into intake.attachment (attachment_id, file_name, type, size, sm3, metadata, for_report,
                            uploaded_at, uploaded_by, bound_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        file.id(),
                        ciphers.party().encrypt(file.fileName(), place(file.id())),
                        file.type(),
                        file.size(),
                        file.sm3(),
                        file.metadata(),
                        file.forReport(),
                        Timestamp.from(now),
                        uploadedBy,
                        file.bound() ? Timestamp.from(now) : null))
                .update();
    }

    /** In the order asked; unknown ones are left out. */
    public List<Stored> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Stored> found = jdbc
                .sql("select " + COLUMNS + " from intake.attachment where attachment_id in (:ids)")
                .param("ids", ids)
                .query(this::read)
                .stream()
                .collect(Collectors.toMap(Stored::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Takes files for a case; returns how many of them were free. */
    public int bind(Collection<String> ids, Instant now) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql("""
                                update intake.attachment set bound_at = :now
                                 where attachment_id in (:ids) and bound_at is null""")
                        .param("now", Timestamp.from(now))
                        .param("ids", ids)
                        .update();
    }

    /** Deletes the rows of files that nobody took since; returns their ids. */
    public List<String> deleteOrphans(Instant before) {
        return jdbc.sql("""
                        delete from intake.attachment where bound_at is null and uploaded_at < ?
                        returning attachment_id""")
                .param(Timestamp.from(before))
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    private Stored read(ResultSet rs, int row) throws SQLException {
        String id = rs.getString(1);
        return new Stored(
                id,
                ciphers.party().decrypt(rs.getBytes(2), place(id)),
                rs.getString(3),
                rs.getLong(4),
                rs.getString(5),
                rs.getString(6),
                rs.getBoolean(7),
                rs.getTimestamp(8) != null,
                rs.getTimestamp(9).toInstant());
    }

    private static Place place(String id) {
        return new Place("intake.attachment", "file_name", id);
    }
}
