package org.fangxin.document.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.PartyRole;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.document.Documents.Format;
import org.fangxin.document.Documents.Issued;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Issued documents, sealed at rest; inserted once, never changed. */
@Component
public class IssuedStore {
    private static final String TABLE = "document.issued";
    private static final String INSERT = """
            insert into document.issued (document_id, case_id, agency_code, year, form, serial, number, title, addressees,
                issued_at, issued_by, sealed, replaces, template_sm3, pdf_sm3, docx_sm3, pdf, docx, fields)
            select ?, c.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              from casefile.case_file c where c.case_no = ?""";
    private static final String READ = """
            select d.document_id, c.case_no, d.form, d.number, d.title, d.addressees, d.issued_at, d.issued_by, d.pdf_sm3,
                   d.docx_sm3, d.sealed, d.replaces,
                   (select min(n.number) from document.issued n where n.case_id = d.case_id and n.replaces = d.number)
              from document.issued d join casefile.case_file c on c.id = d.case_id
             where c.case_no = ?""";

    /** What is kept of a document beside what everybody sees of it. */
    public record Body(
            String agency,
            int year,
            int serial,
            String templateSm3,
            byte[] pdf,
            byte[] docx,
            Map<String, String> fields) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;
    private final JsonMapper json;

    IssuedStore(JdbcClient jdbc, Ciphers ciphers, JsonMapper json) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.json = json;
    }

    public void insert(Issued document, Body body) {
        String id = document.id();
        int rows = jdbc.sql(INSERT)
                .params(Arrays.asList(
                        id,
                        body.agency(),
                        body.year(),
                        document.form().name(),
                        body.serial(),
                        document.number(),
                        document.title(),
                        document.to().stream().map(Enum::name).toArray(String[]::new),
                        Timestamp.from(document.issuedAt()),
                        document.issuedBy(),
                        document.sealed(),
                        document.replaces(),
                        body.templateSm3(),
                        document.sm3(),
                        document.sm3Word(),
                        ciphers.party().seal(body.pdf(), place("pdf", id)),
                        ciphers.party().seal(body.docx(), place("docx", id)),
                        ciphers.party().encrypt(json.writeValueAsString(body.fields()), place("fields", id)),
                        document.caseNo()))
                .update();
        if (rows != 1) {
            throw new IllegalStateException("No case to keep the document with: " + document.caseNo());
        }
    }

    /** Oldest first. */
    public List<Issued> of(String caseNo) {
        return jdbc.sql(READ + " order by d.issued_at, d.document_id")
                .param(caseNo)
                .query(IssuedStore::read)
                .list();
    }

    public Optional<Issued> find(String caseNo, String documentId) {
        return jdbc.sql(READ + " and d.document_id = ?")
                .params(caseNo, documentId)
                .query(IssuedStore::read)
                .optional();
    }

    public byte[] content(String documentId, Format format) {
        String column = format == Format.PDF ? "pdf" : "docx";
        byte[] kept = jdbc.sql("select " + column + " from document.issued where document_id = ?")
                .param(documentId)
                .query(byte[].class)
                .single();
        return ciphers.party().open(kept, place(column, documentId));
    }

    private static Issued read(ResultSet rs, int row) throws SQLException {
        return new Issued(
                rs.getString(1),
                rs.getString(2),
                OfficialForm.valueOf(rs.getString(3)),
                rs.getString(4),
                rs.getString(5),
                Arrays.stream((String[]) rs.getArray(6).getArray())
                        .map(PartyRole::valueOf)
                        .toList(),
                rs.getTimestamp(7).toInstant(),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getBoolean(11),
                rs.getString(12),
                rs.getString(13));
    }

    private static Place place(String column, String id) {
        return new Place(TABLE, column, id);
    }
}
