package org.fangxin.greenchannel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.greenchannel.Line;
import org.fangxin.greenchannel.Line.Author;
import org.fangxin.intake.GreenMembers.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was said and what was agreed to, sealed; within the transaction's scope. */
@Repository
public class ThreadStore {
    private final JdbcClient jdbc;
    private final Ciphers ciphers;
    private final JsonMapper json;

    ThreadStore(JdbcClient jdbc, Ciphers ciphers, JsonMapper json) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.json = json;
    }

    /** What the consumer agreed to, and what the merchant is shown by it. */
    public record Consent(String textVersion, String means, Instant givenAt, Matter matter) {}

    /** Oldest first. */
    public List<Line> lines(String caseNo) {
        return jdbc.sql("""
                        select no, author, person_id, kind, body, digest, files, said_at
                          from greenchannel.message where case_no = ? order by no""").param(caseNo).query((row, n) -> line(caseNo, row)).list();
    }

    /** Whose turn it is: empty before anything was said. */
    public Optional<Author> lastAuthor(String caseNo) {
        return jdbc.sql("select author from greenchannel.message where case_no = ? order by no desc limit 1")
                .param(caseNo)
                .query(String.class)
                .optional()
                .map(Author::valueOf);
    }

    /** Whether a file was given in the thread. */
    public boolean gave(String caseNo, String attachmentId) {
        return jdbc.sql("select count(*) from greenchannel.message where case_no = ? and ? = any (files)")
                        .params(caseNo, attachmentId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a client has sent this before. */
    public boolean knows(String caseNo, @Nullable String clientKey) {
        return clientKey != null
                && jdbc.sql("select count(*) from greenchannel.message where case_no = ? and client_key = ?")
                                .params(caseNo, clientKey)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** The words as they are sealed and fingerprinted. */
    public String written(Line.Words words) {
        return json.writeValueAsString(words);
    }

    public void append(String caseNo, Line line, String body, @Nullable String clientKey) {
        jdbc.sql("""
                        insert into greenchannel.message
                            (case_no, no, author, person_id, kind, body, digest, files, client_key, said_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        caseNo,
                        line.no(),
                        line.author().name(),
                        line.personId(),
                        line.kind().name(),
                        ciphers.party().encrypt(body, body(caseNo, line.no())),
                        line.digest(),
                        line.files().toArray(String[]::new),
                        clientKey,
                        Timestamp.from(line.at())))
                .update();
    }

    public void consent(String caseNo, String memberId, String agencyCode, Consent consent) {
        jdbc.sql("""
                        insert into greenchannel.consent
                            (case_no, member_id, agency_code, text_version, means, given_at, matter)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        caseNo,
                        memberId,
                        agencyCode,
                        consent.textVersion(),
                        consent.means(),
                        Timestamp.from(consent.givenAt()),
                        ciphers.party().encrypt(json.writeValueAsString(consent.matter()), matter(caseNo)))
                .update();
    }

    public Optional<Consent> consent(String caseNo) {
        return jdbc.sql("select text_version, means, given_at, matter from greenchannel.consent where case_no = ?")
                .param(caseNo)
                .query((row, n) -> new Consent(
                        row.getString(1),
                        row.getString(2),
                        row.getTimestamp(3).toInstant(),
                        json.readValue(ciphers.party().decrypt(row.getBytes(4), matter(caseNo)), Matter.class)))
                .optional();
    }

    private Line line(String caseNo, ResultSet row) throws SQLException {
        int no = row.getInt("no");
        String body = ciphers.party().decrypt(row.getBytes("body"), body(caseNo, no));
        return new Line(
                no,
                Author.valueOf(row.getString("author")),
                row.getString("person_id"),
                Line.Kind.valueOf(row.getString("kind")),
                json.readValue(body, Line.Words.class),
                row.getString("digest"),
                List.of((String[]) row.getArray("files").getArray()),
                row.getTimestamp("said_at").toInstant());
    }

    private static Place body(String caseNo, int no) {
        return new Place("greenchannel.message", "body", caseNo + '/' + no);
    }

    private static Place matter(String caseNo) {
        return new Place("greenchannel.consent", "matter", caseNo);
    }
}
