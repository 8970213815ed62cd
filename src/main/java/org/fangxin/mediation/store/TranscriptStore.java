package org.fangxin.mediation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transcribing of what was said (Art. 24); written once, sealed. Runs in the thread's scope. */
@Component
public class TranscriptStore {
    private static final String SELECT =
            "select transcript_id, room_id, case_no, body, sm3, lines, made_at, made_by from mediation.transcript";

    /** @param sm3 of the text; the journal has it too */
    public record Transcript(
            String transcriptId,
            String roomId,
            String caseNo,
            String text,
            String sm3,
            int lines,
            Instant madeAt,
            String madeBy) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    TranscriptStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    public void insert(Transcript t) {
        jdbc.sql("""
                        insert into mediation.transcript (transcript_id, room_id, case_no, body, sm3, lines, made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        t.transcriptId(),
                        t.roomId(),
                        t.caseNo(),
                        ciphers.party().encrypt(t.text(), place(t.transcriptId())),
                        t.sm3(),
                        t.lines(),
                        Timestamp.from(t.madeAt()),
                        t.madeBy())
                .update();
    }

    public Optional<Transcript> find(String caseNo, String transcriptId) {
        return jdbc.sql(SELECT + " where case_no = ? and transcript_id = ?")
                .params(caseNo, transcriptId)
                .query(this::transcript)
                .optional();
    }

    public List<Transcript> of(String caseNo) {
        return jdbc.sql(SELECT + " where case_no = ? order by made_at")
                .param(caseNo)
                .query(this::transcript)
                .list();
    }

    private Transcript transcript(ResultSet rs, int row) throws SQLException {
        String id = rs.getString("transcript_id");
        return new Transcript(
                id,
                rs.getString("room_id"),
                rs.getString("case_no"),
                ciphers.party().decrypt(rs.getBytes("body"), place(id)),
                rs.getString("sm3"),
                rs.getInt("lines"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getString("made_by"));
    }

    private static Place place(String transcriptId) {
        return new Place("mediation.transcript", "body", transcriptId);
    }
}
