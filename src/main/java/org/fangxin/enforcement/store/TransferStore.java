package org.fangxin.enforcement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.JournalReader.Heard;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.enforcement.Transfer;
import org.fangxin.enforcement.Transfer.Kind;
import org.fangxin.enforcement.Transfer.Outcome;
import org.fangxin.enforcement.Transfer.Piece;
import org.fangxin.enforcement.Transfer.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transfers, their lists and steps. Runs in the thread's scope: who sees neither case sees no transfer. */
@Component
public class TransferStore {
    private static final int MOST = 500;
    private static final String SELECT = """
            select transfer_no, case_no, agency_code, target, dossier_no, receipt_no, to_agency, new_case_no, by_person, at
              from enforcement.transfer t""";

    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Once for each act, however often it is heard. */
    public void open(Heard heard, Entry.Transferred entry, String agency) {
        jdbc.sql("""
                        insert into enforcement.transfer (act_id, case_no, agency_code, target, dossier_no, receipt_no,
                            to_agency, new_case_no, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (act_id) do nothing""")
                .params(Arrays.asList(
                        heard.actId(),
                        heard.caseNo(),
                        agency,
                        entry.target(),
                        entry.dossierNo(),
                        entry.receiptNo(),
                        entry.agency(),
                        entry.newCaseNo(),
                        heard.actorId(),
                        Timestamp.from(heard.recordedAt())))
                .update();
    }

    /** Sent from this case or received as it, oldest first. */
    public List<Transfer> ofCase(String caseNo) {
        return jdbc.sql(SELECT + " where case_no = ? or new_case_no = ? order by transfer_no")
                .params(caseNo, caseNo)
                .query(this::transfer)
                .list();
    }

    /** The newest first, at most five hundred. */
    public List<Transfer> all() {
        return jdbc.sql(SELECT + " order by transfer_no desc limit " + MOST)
                .query(this::transfer)
                .list();
    }

    /** Those without an answer, oldest first, at most five hundred. */
    public List<Transfer> waiting() {
        return jdbc.sql(SELECT + " " + """
                         where not exists (select from enforcement.transfer_step s
                                            where s.transfer_no = t.transfer_no and s.kind = 'ANSWER')
                         order by transfer_no limit 500""").query(this::transfer).list();
    }

    public Optional<Transfer> find(long no) {
        return jdbc.sql(SELECT + " where transfer_no = ?")
                .param(no)
                .query(this::transfer)
                .optional();
    }

    /** Two who choose at once: the second waits, and then finds the list. */
    public void lock(long no) {
        jdbc.sql("select pg_advisory_xact_lock(144000, ?)").param((int) no).query(rs -> {});
    }

    public void pieces(long no, List<Piece> pieces) {
        for (Piece one : pieces) {
            jdbc.sql("""
                            insert into enforcement.transfer_piece (transfer_no, position, piece_id, title, made_at,
                                content_type, pages, bytes, sm3, body)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            no,
                            one.position(),
                            one.pieceId(),
                            one.title(),
                            Timestamp.from(one.madeAt()),
                            one.contentType(),
                            one.pages(),
                            one.bytes(),
                            one.sm3(),
                            one.body()))
                    .update();
        }
    }

    public void step(long no, Step step) {
        Outcome outcome = step.outcome();
        jdbc.sql("""
                        insert into enforcement.transfer_step (transfer_no, kind, on_day, number, signer, outcome, words,
                            attachment_id, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        no,
                        step.kind().name(),
                        step.on(),
                        step.number(),
                        step.signer(),
                        outcome == null ? null : outcome.name(),
                        step.words(),
                        step.attachmentId(),
                        step.by(),
                        Timestamp.from(step.at())))
                .update();
    }

    private Transfer transfer(ResultSet rs, int n) throws SQLException {
        long no = rs.getLong("transfer_no");
        return new Transfer(
                no,
                rs.getString("case_no"),
                rs.getString("agency_code"),
                rs.getString("target"),
                rs.getString("dossier_no"),
                rs.getString("receipt_no"),
                rs.getString("to_agency"),
                rs.getString("new_case_no"),
                rs.getString("by_person"),
                rs.getTimestamp("at").toInstant(),
                pieces(no),
                steps(no));
    }

    private List<Piece> pieces(long no) {
        return jdbc.sql("select * from enforcement.transfer_piece where transfer_no = ? order by position")
                .param(no)
                .query((rs, n) -> new Piece(
                        rs.getInt("position"),
                        rs.getString("piece_id"),
                        rs.getString("title"),
                        rs.getTimestamp("made_at").toInstant(),
                        rs.getString("content_type"),
                        rs.getObject("pages", Integer.class),
                        rs.getLong("bytes"),
                        rs.getString("sm3"),
                        rs.getBytes("body")))
                .list();
    }

    private List<Step> steps(long no) {
        return jdbc.sql("select * from enforcement.transfer_step where transfer_no = ? order by step_id")
                .param(no)
                .query((rs, n) -> {
                    String outcome = rs.getString("outcome");
                    return new Step(
                            rs.getLong("step_id"),
                            Kind.valueOf(rs.getString("kind")),
                            rs.getObject("on_day", java.time.LocalDate.class),
                            rs.getString("number"),
                            rs.getString("signer"),
                            outcome == null ? null : Outcome.valueOf(outcome),
                            rs.getString("words"),
                            rs.getString("attachment_id"),
                            rs.getString("by_person"),
                            rs.getTimestamp("at").toInstant());
                })
                .list();
    }
}
