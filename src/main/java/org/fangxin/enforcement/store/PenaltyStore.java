package org.fangxin.enforcement.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.enforcement.PenaltyFile;
import org.fangxin.enforcement.PenaltyFile.Note;
import org.fangxin.enforcement.PenaltyFile.Publication;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Penalty files with what was written into them, within the thread's scope. */
@Component
public class PenaltyStore {
    /** What the reader may ask for. */
    public enum State {
        OPEN("p.ended_on is null"),
        DECIDED("p.ended_on is not null and p.closed_on is null"),
        CLOSED("p.closed_on is not null");

        private final String where;

        State(String where) {
            this.where = where;
        }
    }

    private static final String FILE = """
            select p.case_no, p.agency_code, p.year, p.serial, p.filed_on, p.cause, p.officers, p.extensions, p.ended_on,
                   p.outcome, p.decision_no, p.fine, p.forfeiture, p.returned, p.performed_on, p.closed_on,
                   p.served_on, p.changed, p.changed_on,
                   array(select o.complaint_no from enforcement.origin o
                           join casefile.case_file c on c.case_no = o.complaint_no
                          where o.case_no = p.case_no order by 1)
              from enforcement.penalty_file p
             where\s""";

    private final JdbcClient jdbc;

    PenaltyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PenaltyFile> of(String caseNo) {
        return jdbc.sql(FILE + "p.case_no = ?").param(caseNo).query(this::file).optional();
    }

    /** The newest two hundred. */
    public List<PenaltyFile> list(State state) {
        return jdbc.sql(FILE + state.where + " order by p.filed_on desc, p.case_no limit 200")
                .query(this::file)
                .list();
    }

    /** Penalties that are not published yet, or were changed: what PP 63 may want something of. */
    public List<PenaltyFile> toPublish() {
        return jdbc.sql(FILE + """
                        p.outcome = 'PENALTY' and (p.changed_on is not null
                            or not exists (select from enforcement.publication b where b.case_no = p.case_no))
                        order by p.ended_on desc limit 500""").query(this::file).list();
    }

    public void note(String caseNo, Note note) {
        jdbc.sql("""
                        insert into enforcement.penalty_note
                            (case_no, bureau_no, violated, applied, external_system, external_no, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        caseNo,
                        note.bureauNo(),
                        note.violated(),
                        note.applied(),
                        note.externalSystem(),
                        note.externalNo(),
                        note.by(),
                        Timestamp.from(note.at())))
                .update();
    }

    public void publish(String caseNo, Publication one) {
        jdbc.sql("""
                        insert into enforcement.publication (case_no, kind, on_day, place, reason, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        caseNo,
                        one.withdrawn() ? "WITHDRAWN" : "PUBLISHED",
                        one.on(),
                        one.place(),
                        one.reason(),
                        one.by(),
                        Timestamp.from(one.at())))
                .update();
    }

    private PenaltyFile file(ResultSet rs, int n) throws SQLException {
        String caseNo = rs.getString(1);
        return new PenaltyFile(
                caseNo,
                rs.getString(2),
                rs.getInt(3),
                rs.getInt(4),
                rs.getDate(5).toLocalDate(),
                rs.getString(6),
                List.of((String[]) rs.getArray(7).getArray()),
                rs.getInt(8),
                day(rs, 9),
                rs.getString(10),
                rs.getString(11),
                rs.getBigDecimal(12),
                rs.getBigDecimal(13),
                rs.getBigDecimal(14),
                day(rs, 15),
                day(rs, 16),
                day(rs, 17),
                rs.getString(18),
                day(rs, 19),
                List.of((String[]) rs.getArray(20).getArray()),
                note(caseNo).orElse(null),
                publications(caseNo));
    }

    private Optional<Note> note(String caseNo) {
        return jdbc.sql("""
                        select bureau_no, violated, applied, external_system, external_no, by_person, at
                          from enforcement.penalty_note where case_no = ? order by note_id desc limit 1""")
                .param(caseNo)
                .query((rs, n) -> new Note(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getTimestamp(7).toInstant()))
                .optional();
    }

    private List<Publication> publications(String caseNo) {
        return jdbc.sql("""
                        select kind, on_day, place, reason, by_person, at
                          from enforcement.publication where case_no = ? order by publication_id""")
                .param(caseNo)
                .query((rs, n) -> {
                    Instant at = rs.getTimestamp(6).toInstant();
                    return new Publication(
                            rs.getString(1).equals("WITHDRAWN"),
                            rs.getDate(2).toLocalDate(),
                            rs.getString(3),
                            rs.getString(4),
                            rs.getString(5),
                            at);
                })
                .list();
    }

    private static @Nullable LocalDate day(ResultSet rs, int column) throws SQLException {
        Date date = rs.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
