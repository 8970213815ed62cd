package org.fangxin.document.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.OfficialForm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Templates of agencies; each change is a new row and the old ones stay. */
@Component
public class Templates {
    /** @param fileName null for a return to the shipped template */
    public record Version(
            OfficialForm form,
            int version,
            @Nullable String fileName,
            @Nullable String sm3,
            String changedBy,
            Instant changedAt) {}

    private static final String COLUMNS = "form, version, file_name, sm3, changed_by, changed_at";

    private final JdbcClient jdbc;

    Templates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions of an agency, newest first. */
    public List<Version> of(String agency) {
        return jdbc.sql("select " + COLUMNS
                        + " from document.template where agency_code = ? order by form, version desc")
                .param(agency)
                .query(Templates::read)
                .list();
    }

    /** The newest of an agency for a form. */
    public Optional<Version> newest(String agency, OfficialForm form) {
        return jdbc.sql("select " + COLUMNS + """
                         from document.template where agency_code = ? and form = ?
                        order by version desc limit 1""")
                .params(agency, form.name())
                .query(Templates::read)
                .optional();
    }

    /** The file of a version; empty for an unknown one and for a return to the shipped template. */
    public Optional<byte[]> file(String agency, OfficialForm form, int version) {
        return jdbc.sql("""
                        select docx from document.template
                         where agency_code = ? and form = ? and version = ? and docx is not null""")
                .params(agency, form.name(), version)
                .query(byte[].class)
                .optional();
    }

    /** @param docx null to go back to the shipped one */
    public void add(
            String agency,
            OfficialForm form,
            byte @Nullable [] docx,
            @Nullable String sm3,
            @Nullable String fileName,
            String by,
            Instant at) {
        jdbc.sql("""
                        insert into document.template
                            (agency_code, form, version, docx, sm3, file_name, changed_by, changed_at)
                        select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?
                          from document.template where agency_code = ? and form = ?""")
                .params(Arrays.asList(
                        agency, form.name(), docx, sm3, fileName, by, Timestamp.from(at), agency, form.name()))
                .update();
    }

    private static Version read(ResultSet rs, int row) throws SQLException {
        return new Version(
                OfficialForm.valueOf(rs.getString(1)),
                rs.getInt(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getTimestamp(6).toInstant());
    }
}
