package org.fangxin.enforcement.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.enforcement.CaseFigures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The course of complaints and reports up to a penalty, as the journal tells it, and the figures of it. */
@Component
public class CourseStore {
    private final JdbcClient jdbc;

    CourseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything that was made of the journal; what people wrote stays. */
    public void forget() {
        List.of("course", "origin", "penalty_file")
                .forEach(table -> jdbc.sql("delete from enforcement." + table).update());
    }

    public void taken(String caseNo, Kind kind, String agency, LocalDate on) {
        jdbc.sql("""
                        insert into enforcement.course (case_no, kind, agency_code, taken_on) values (?, ?, ?, ?)
                        on conflict (case_no) do update set agency_code = excluded.agency_code""").params(caseNo, kind.name(), agency, on).update();
    }

    public void origin(String caseNo, String complaintNo) {
        jdbc.sql("insert into enforcement.origin (case_no, complaint_no) values (?, ?) on conflict do nothing")
                .params(caseNo, complaintNo)
                .update();
    }

    /** What one report's clue came from, another one's comes from too: it was merged into it, or handed on. */
    public void inherit(String from, String to) {
        jdbc.sql("""
                        insert into enforcement.origin (case_no, complaint_no)
                        select ?, complaint_no from enforcement.origin where case_no = ? on conflict do nothing""").params(to, from).update();
    }

    public void found(String caseNo, String finding) {
        jdbc.sql("update enforcement.course set finding = ? where case_no = ?")
                .params(finding, caseNo)
                .update();
    }

    /** Verification is over; {@code filed} when it became a case. */
    public void finished(String caseNo, LocalDate on, boolean filed) {
        jdbc.sql("update enforcement.course set finished_on = ?, filed_on = ? where case_no = ?")
                .params(Arrays.asList(on, filed ? on : null, caseNo))
                .update();
    }

    /** Opens the penalty file under the agency's next number of the year. */
    public void filed(String caseNo, String agency, LocalDate on, Entry.Filed filed) {
        jdbc.sql("""
                        insert into enforcement.penalty_file (case_no, agency_code, year, serial, filed_on, cause, officers)
                        select ?, ?, ?, 1 + coalesce(max(serial), 0), ?, ?, ? from enforcement.penalty_file
                         where agency_code = ? and year = ?
                        on conflict (case_no) do nothing""")
                .params(Arrays.asList(
                        caseNo,
                        agency,
                        on.getYear(),
                        on,
                        filed.caseCause(),
                        filed.officers().toArray(String[]::new),
                        agency,
                        on.getYear()))
                .update();
    }

    public void extended(String caseNo) {
        jdbc.sql("update enforcement.penalty_file set extensions = extensions + 1 where case_no = ?")
                .param(caseNo)
                .update();
    }

    public void decided(String caseNo, LocalDate on, Entry.CaseDecided decided) {
        jdbc.sql("""
                        update enforcement.penalty_file set ended_on = ?, outcome = ?, decision_no = ?, fine = ?,
                            forfeiture = ?, returned = ? where case_no = ?""")
                .params(Arrays.asList(
                        on,
                        decided.outcome(),
                        decided.decisionNo(),
                        decided.fine(),
                        decided.forfeiture(),
                        decided.returned(),
                        caseNo))
                .update();
    }

    /** Ended without a decision. */
    public void ended(String caseNo, LocalDate on, String outcome) {
        jdbc.sql("update enforcement.penalty_file set ended_on = ?, outcome = ? where case_no = ? and ended_on is null")
                .params(on, outcome, caseNo)
                .update();
    }

    public void served(String caseNo, LocalDate on) {
        jdbc.sql("update enforcement.penalty_file set served_on = ? where case_no = ?")
                .params(on, caseNo)
                .update();
    }

    public void changed(String caseNo, String what, LocalDate on) {
        jdbc.sql("update enforcement.penalty_file set changed = ?, changed_on = ? where case_no = ?")
                .params(what, on, caseNo)
                .update();
    }

    public void performed(String caseNo, LocalDate on) {
        jdbc.sql("update enforcement.penalty_file set performed_on = ? where case_no = ?")
                .params(on, caseNo)
                .update();
    }

    public void closed(String caseNo, LocalDate on) {
        jdbc.sql("update enforcement.penalty_file set closed_on = ? where case_no = ?")
                .params(on, caseNo)
                .update();
    }

    /** Of the days from and to, both included, within the thread's scope. */
    public CaseFigures figures(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        with taken as (
                            select * from enforcement.course where taken_on between :from and :to
                        ), converted as (
                            select o.complaint_no, bool_or(p.ended_on is not null and p.outcome <> 'TERMINATED') as decided
                              from enforcement.origin o
                              join enforcement.penalty_file p on p.case_no = o.case_no
                              join taken t on t.case_no = o.complaint_no
                             group by o.complaint_no
                        ), decisions as (
                            select * from enforcement.penalty_file where ended_on between :from and :to
                        )
                        select (select count(*) from taken where kind = 'COMPLAINT'),
                               (select count(*) from converted), (select count(*) from converted where decided),
                               (select count(*) from taken where kind = 'REPORT'),
                               (select count(*) from taken where finished_on is not null),
                               (select count(*) from taken where finished_on is not null
                                   and finding in ('CONFIRMED', 'PARTLY')),
                               (select count(*) from taken where filed_on is not null),
                               (select count(*) from decisions where outcome not in ('TERMINATED', 'TRANSFERRED')),
                               (select coalesce(sum(fine), 0) from decisions),
                               (select coalesce(sum(forfeiture), 0) from decisions),
                               (select coalesce(sum(returned), 0) from decisions)""")
                .param("from", from)
                .param("to", to)
                .query((rs, n) -> new CaseFigures(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7),
                        rs.getInt(8),
                        sum(rs.getBigDecimal(9)),
                        sum(rs.getBigDecimal(10)),
                        sum(rs.getBigDecimal(11))))
                .single();
    }

    private static BigDecimal sum(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
