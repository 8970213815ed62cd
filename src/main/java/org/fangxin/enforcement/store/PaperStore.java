package org.fangxin.enforcement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.enforcement.PenaltyPaper;
import org.fangxin.enforcement.PenaltyPaper.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Printed papers, sealed at rest, inserted once and never changed; within the thread's scope. */
@Component
public class PaperStore {
    private static final String PAPER = """
            select paper_id, case_no, agency_code, year, kind, serial, number, title, through_seq, made_by, made_at, sm3
              from enforcement.paper where\s""";

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    PaperStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    /** Takes the next number; in the transaction that keeps the paper, or it would leave a gap. */
    public int number(String agency, int year, Kind kind) {
        return jdbc.sql("""
                        insert into enforcement.paper_series as s (agency_code, year, kind, last) values (?, ?, ?, 1)
                        on conflict (agency_code, year, kind) do update set last = s.last + 1
                        returning last""")
                .params(agency, year, kind.name())
                .query(Integer.class)
                .single();
    }

    /** {@code id} of the paper is not looked at. */
    public void keep(PenaltyPaper paper, byte[] pdf) {
        jdbc.sql("""
                        insert into enforcement.paper (case_no, agency_code, year, kind, serial, number, title, through_seq,
                            made_by, made_at, sm3, pdf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        paper.caseNo(),
                        paper.agency(),
                        paper.year(),
                        paper.kind().name(),
                        paper.serial(),
                        paper.number(),
                        paper.title(),
                        paper.throughSeq(),
                        paper.by(),
                        Timestamp.from(paper.at()),
                        paper.sm3(),
                        ciphers.party().seal(pdf, place(paper)))
                .update();
    }

    /** Oldest first. */
    public List<PenaltyPaper> of(String caseNo) {
        return jdbc.sql(PAPER + "case_no = ? order by paper_id")
                .param(caseNo)
                .query(PaperStore::paper)
                .list();
    }

    public Optional<PenaltyPaper> find(long id) {
        return jdbc.sql(PAPER + "paper_id = ?")
                .param(id)
                .query(PaperStore::paper)
                .optional();
    }

    /** Whether the entry is on paper already. */
    public boolean printed(String caseNo, Kind kind, long seq) {
        return jdbc.sql("select count(*) from enforcement.paper where case_no = ? and kind = ? and through_seq = ?")
                        .params(caseNo, kind.name(), seq)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public byte[] content(PenaltyPaper paper) {
        byte[] kept = jdbc.sql("select pdf from enforcement.paper where paper_id = ?")
                .param(paper.id())
                .query(byte[].class)
                .single();
        return ciphers.party().open(kept, place(paper));
    }

    /** By its number within the agency: the id is not known before it is kept. */
    private static Place place(PenaltyPaper paper) {
        return new Place("enforcement.paper", "pdf", paper.agency() + " " + paper.number());
    }

    private static PenaltyPaper paper(ResultSet rs, int n) throws SQLException {
        return new PenaltyPaper(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getInt(4),
                Kind.valueOf(rs.getString(5)),
                rs.getInt(6),
                rs.getString(7),
                rs.getString(8),
                rs.getLong(9),
                rs.getString(10),
                rs.getTimestamp(11).toInstant(),
                rs.getString(12));
    }
}
