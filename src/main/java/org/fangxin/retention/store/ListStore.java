package org.fangxin.retention.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.DisposalList.Line;
import org.fangxin.retention.DisposalList.Review;
import org.fangxin.retention.DisposalList.Strike;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disposal lists: only ever longer. Each within the thread's scope. */
@Component
public class ListStore {
    private static final int MOST = 200;
    /** Lists of one agency are written one after the other. */
    private static final String LOCK = "select pg_advisory_xact_lock(620823052, hashtext(?))";

    private static final String LINES = """
            select k.*, s.by_person, s.at, s.words from retention.list_case k
              left join retention.strike s using (list_no, case_no)
             where k.list_no = ? order by k.archived_on, k.case_no""";

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else writes a list of this agency. */
    public void lock(String agency) {
        jdbc.sql(LOCK).param(agency).query(rs -> {});
    }

    /** The newest first, without their lines counted out: what a list of lists shows. */
    public List<DisposalList> of(String agency) {
        return jdbc
                .sql("select list_no from retention.list where agency_code = ? order by proposed_at desc limit ?")
                .params(agency, MOST)
                .query((rs, n) -> rs.getString(1))
                .list()
                .stream()
                .flatMap(no -> find(no).stream())
                .toList();
    }

    public Optional<DisposalList> find(String listNo) {
        return jdbc.sql("select * from retention.list where list_no = ?")
                .param(listNo)
                .query((rs, n) -> new DisposalList(
                        rs.getString("list_no"),
                        rs.getString("agency_code"),
                        rs.getString("words"),
                        rs.getString("proposed_by"),
                        rs.getTimestamp("proposed_at").toInstant(),
                        reviews(listNo),
                        lines(listNo)))
                .optional();
    }

    /** Numbers of lists that two people approved and that are not carried out to the end; the program's own scope. */
    public List<String> unfinished() {
        return jdbc.sql("""
                        select l.list_no from retention.list l
                         where (select count(*) from retention.review r
                                 where r.list_no = l.list_no and r.decision = 'APPROVED') = 2
                           and exists (select from retention.list_case k
                                        where k.list_no = l.list_no and k.disposed_at is null
                                          and not exists (select from retention.strike s
                                                where s.list_no = k.list_no and s.case_no = k.case_no))
                         order by l.proposed_at""").query((rs, n) -> rs.getString(1)).list();
    }

    /** The next number of an agency in a year; its lists are locked. */
    public String nextNumber(String agency, int year) {
        String stem = "D" + agency + "-" + year + "-";
        int last = jdbc.sql("""
                        select coalesce(max(substr(list_no, length(?) + 1)::int), 0) from retention.list
                         where list_no like ? || '%'""").params(stem, stem).query(Integer.class).single();
        return stem + "%03d".formatted(last + 1);
    }

    public void add(DisposalList list) {
        jdbc.sql("insert into retention.list values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        list.listNo(),
                        list.agency(),
                        list.words(),
                        list.proposedBy(),
                        Timestamp.from(list.proposedAt()))
                .update();
        list.lines()
                .forEach(line -> jdbc.sql("""
                        insert into retention.list_case (list_no, case_no, kind, years, archived_on, last_day)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                list.listNo(),
                                line.caseNo(),
                                line.kind(),
                                line.years(),
                                Date.valueOf(line.archivedOn()),
                                Date.valueOf(line.lastDay()))
                        .update());
        list.reviews().forEach(review -> review(list.listNo(), review));
    }

    public void review(String listNo, Review review) {
        jdbc.sql("insert into retention.review values (?, ?, ?, ?, ?, ?) on conflict (list_no, step) do nothing")
                .params(
                        listNo,
                        review.step(),
                        review.approved() ? "APPROVED" : "REFUSED",
                        review.by(),
                        Timestamp.from(review.at()),
                        review.words())
                .update();
    }

    public void strike(String listNo, String caseNo, Strike strike) {
        jdbc.sql("insert into retention.strike values (?, ?, ?, ?, ?)")
                .params(listNo, caseNo, strike.by(), Timestamp.from(strike.at()), strike.words())
                .update();
    }

    private List<Review> reviews(String listNo) {
        return jdbc.sql("select * from retention.review where list_no = ? order by step")
                .param(listNo)
                .query((rs, n) -> new Review(
                        rs.getInt("step"),
                        rs.getString("decision").equals("APPROVED"),
                        rs.getString("by_person"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getString("words")))
                .list();
    }

    private List<Line> lines(String listNo) {
        return jdbc.sql(LINES).param(listNo).query(ListStore::line).list();
    }

    private static Line line(ResultSet rs, int n) throws SQLException {
        String struckBy = rs.getString("by_person");
        Timestamp disposed = rs.getTimestamp("disposed_at");
        Instant disposedAt = disposed == null ? null : disposed.toInstant();
        return new Line(
                rs.getString("case_no"),
                rs.getString("kind"),
                rs.getInt("years"),
                rs.getObject("archived_on", LocalDate.class),
                rs.getObject("last_day", LocalDate.class),
                struckBy == null
                        ? null
                        : new Strike(struckBy, rs.getTimestamp("at").toInstant(), rs.getString("words")),
                disposedAt);
    }
}
