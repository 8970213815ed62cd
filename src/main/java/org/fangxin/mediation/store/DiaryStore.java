package org.fangxin.mediation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diary's own tables, made from the journal. Runs in the thread's scope. */
@Component
public class DiaryStore {
    /** @param place where, in the officer's words; null when it was not said */
    public record Meeting(
            String caseNo,
            int position,
            Instant at,
            String mode,
            @Nullable String place,
            List<String> mediators,
            boolean held) {}

    /** A point of an agreement that is still to be done. */
    public record Due(
            String caseNo,
            String item,
            String who,
            LocalDate dueOn,
            boolean reminded,
            boolean overdue,
            List<String> handlers) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    DiaryStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    /** What is known of a case, anew. */
    public void replace(String caseNo, List<Meeting> meetings, List<Due> dues) {
        alone(caseNo);
        forget(caseNo);
        for (Meeting m : meetings) {
            byte[] place = m.place() == null ? null : ciphers.party().encrypt(m.place(), place(caseNo, m.position()));
            jdbc.sql(
                            "insert into mediation.diary (case_no, position, at, mode, place, mediators, held) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            caseNo,
                            m.position(),
                            Timestamp.from(m.at()),
                            m.mode(),
                            place,
                            m.mediators().toArray(String[]::new),
                            m.held()))
                    .update();
        }
        for (Due d : dues) {
            jdbc.sql("""
                            insert into mediation.performance (case_no, item, who, due_on, reminded, overdue, handlers)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            caseNo,
                            d.item(),
                            d.who(),
                            d.dueOn(),
                            d.reminded(),
                            d.overdue(),
                            d.handlers().toArray(String[]::new))
                    .update();
        }
    }

    /** Two who hear the same case at once write one after the other. */
    private void alone(String caseNo) {
        jdbc.sql("select pg_advisory_xact_lock(1300, hashtext(?))")
                .param(caseNo)
                .query(rs -> {});
    }

    private void forget(String caseNo) {
        jdbc.sql("delete from mediation.diary where case_no = ?").param(caseNo).update();
        jdbc.sql("delete from mediation.performance where case_no = ?")
                .param(caseNo)
                .update();
    }

    public void forgetAll() {
        jdbc.sql("delete from mediation.diary").update();
        jdbc.sql("delete from mediation.performance").update();
    }

    public List<Meeting> between(Instant from, Instant to) {
        return jdbc.sql("""
                        select case_no, position, at, mode, place, mediators, held from mediation.diary
                         where at >= ? and at < ? order by at, case_no limit 500""")
                .params(Timestamp.from(from), Timestamp.from(to))
                .query(this::meeting)
                .list();
    }

    /** Those to be done up to a day, the earliest first. */
    public List<Due> dueUpTo(LocalDate day) {
        return jdbc.sql("""
                        select case_no, item, who, due_on, reminded, overdue, handlers from mediation.performance
                         where due_on <= ? order by due_on, case_no, item limit 500""").param(day).query(DiaryStore::due).list();
    }

    /** One that waits for a reminder; nobody else takes it until the transaction ends. */
    public List<Due> toRemind(LocalDate dueUpTo, LocalDate today, Set<String> tried) {
        return jdbc.sql("""
                        select case_no, item, who, due_on, reminded, overdue, handlers from mediation.performance
                         where ((due_on <= ? and due_on >= ? and not reminded) or (due_on < ? and not overdue))
                           and not (case_no || '/' || item = any (?))
                         order by due_on, case_no, item limit 1 for update skip locked""")
                .params(dueUpTo, today, today, tried.toArray(String[]::new))
                .query(DiaryStore::due)
                .list();
    }

    public void reminded(Due due, boolean overdue) {
        jdbc.sql(
                        "update mediation.performance set reminded = true, overdue = overdue or ? where case_no = ? and item = ?")
                .params(overdue, due.caseNo(), due.item())
                .update();
    }

    private Meeting meeting(ResultSet rs, int row) throws SQLException {
        byte[] place = rs.getBytes("place");
        String caseNo = rs.getString("case_no");
        int position = rs.getInt("position");
        return new Meeting(
                caseNo,
                position,
                rs.getTimestamp("at").toInstant(),
                rs.getString("mode"),
                place == null ? null : ciphers.party().decrypt(place, place(caseNo, position)),
                List.of((String[]) rs.getArray("mediators").getArray()),
                rs.getBoolean("held"));
    }

    private static Due due(ResultSet rs, int row) throws SQLException {
        return new Due(
                rs.getString("case_no"),
                rs.getString("item"),
                rs.getString("who"),
                rs.getObject("due_on", LocalDate.class),
                rs.getBoolean("reminded"),
                rs.getBoolean("overdue"),
                List.of((String[]) rs.getArray("handlers").getArray()));
    }

    private static Place place(String caseNo, int position) {
        return new Place("mediation.diary", "place", caseNo + "/" + position);
    }
}
