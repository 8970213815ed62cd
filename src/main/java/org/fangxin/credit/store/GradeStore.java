package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.credit.Fact;
import org.fangxin.credit.Factor;
import org.fangxin.credit.Graded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grades with their reasons, sources and steps, within the thread's scope. */
@Component
public class GradeStore {
    /**
     * @param asked the other grade that somebody proposes, else null
     * @param grade what holds or held, else null
     * @param state COMPUTED, ASKED, IN_FORCE, PAST or DROPPED
     * @param objection NONE, OPEN, UPHELD or DISMISSED
     */
    public record Grade(
            long id,
            String agency,
            long entity,
            String ruleAgency,
            int ruleNo,
            LocalDate on,
            String computed,
            int score,
            @Nullable String asked,
            @Nullable String grade,
            String state,
            String objection) {}

    /** A reason as it was computed; {@code sources} only those that may be seen. */
    public record Reason(Factor factor, int found, int counted, int points, int months, List<Fact> sources) {}

    /** @param kind COMPUTED, CONFIRMED, ASKED, APPROVED, DECLINED, OBJECTED, UPHELD or DISMISSED */
    public record Step(
            String kind,
            String by,
            Instant at,
            String words,
            @Nullable String paperNo) {}

    private static final String GRADE = """
            select grade_id, agency_code, entity_id, rule_agency, rule_no, on_day, computed, score, asked, grade, state,
                   objection
              from credit.grade
            """;

    private final JdbcClient jdbc;

    GradeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A computed grade with its reasons; one that still waited is dropped. */
    public long add(Grade grade, Graded graded) {
        jdbc.sql("""
                        update credit.grade set state = 'DROPPED'
                         where agency_code = ? and entity_id = ? and state in ('COMPUTED', 'ASKED')""").params(grade.agency(), grade.entity()).update();
        long id = jdbc.sql("""
                        insert into credit.grade (agency_code, entity_id, rule_agency, rule_no, on_day, computed, score, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'COMPUTED') returning grade_id""")
                .params(
                        grade.agency(),
                        grade.entity(),
                        grade.ruleAgency(),
                        grade.ruleNo(),
                        grade.on(),
                        graded.grade(),
                        graded.score())
                .query(Long.class)
                .single();
        for (int i = 0; i < graded.reasons().size(); i++) {
            reason(id, i, graded.reasons().get(i));
        }
        return id;
    }

    private void reason(long id, int position, Graded.Reason reason) {
        jdbc.sql("insert into credit.grade_reason values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        position,
                        reason.factor().name(),
                        reason.found(),
                        reason.counted(),
                        reason.points(),
                        reason.months())
                .update();
        for (int i = 0; i < reason.sources().size(); i++) {
            Fact fact = reason.sources().get(i);
            jdbc.sql("""
                            insert into credit.grade_source (grade_id, code, position, case_no, paper_no, on_day, words, sample_id)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            id,
                            reason.factor().name(),
                            i,
                            fact.caseNo(),
                            fact.paperNo(),
                            fact.on(),
                            fact.words(),
                            fact.sampleId()))
                    .update();
        }
    }

    /** A change of state; what the grade becomes with it. */
    public void change(long id, String state, @Nullable String asked, @Nullable String grade) {
        jdbc.sql("update credit.grade set state = ?, asked = ?, grade = ? where grade_id = ?")
                .params(Arrays.asList(state, asked, grade, id))
                .update();
    }

    /** What held before holds no more. */
    public void retire(String agency, long entity) {
        jdbc.sql("""
                        update credit.grade set state = 'PAST'
                         where agency_code = ? and entity_id = ? and state = 'IN_FORCE'""").params(agency, entity).update();
    }

    public void objection(long id, String objection) {
        jdbc.sql("update credit.grade set objection = ? where grade_id = ?")
                .params(objection, id)
                .update();
    }

    public void step(long id, Step step) {
        jdbc.sql("""
                        insert into credit.grade_step (grade_id, kind, by_person, at, words, paper_no)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id, step.kind(), step.by(), Timestamp.from(step.at()), step.words(), step.paperNo()))
                .update();
    }

    /** Locks the row for the acts on it. */
    public Optional<Grade> lock(long id) {
        return jdbc.sql(GRADE + "where grade_id = ? for update")
                .param(id)
                .query(GradeStore::grade)
                .optional();
    }

    /** Newest first, at most 50; dropped ones are left out. */
    public List<Grade> of(long entity) {
        return jdbc.sql(GRADE + "where entity_id = ? and state <> 'DROPPED' order by grade_id desc limit 50")
                .param(entity)
                .query(GradeStore::grade)
                .list();
    }

    public List<Step> steps(long id) {
        return jdbc.sql(
                        "select kind, by_person, at, words, paper_no from credit.grade_step where grade_id = ? order by step_id")
                .param(id)
                .query((rs, n) -> new Step(
                        rs.getString("kind"),
                        rs.getString("by_person"),
                        rs.getTimestamp("at").toInstant(),
                        rs.getString("words"),
                        rs.getString("paper_no")))
                .list();
    }

    /** The reasons in order, each with the sources that may be seen. */
    public List<Reason> reasons(long id) {
        Map<String, List<Fact>> sources = sources(id);
        return jdbc.sql(
                        "select code, found, counted, points, months from credit.grade_reason where grade_id = ? order by position")
                .param(id)
                .query((rs, n) -> new Reason(
                        Factor.valueOf(rs.getString("code")),
                        rs.getInt("found"),
                        rs.getInt("counted"),
                        rs.getInt("points"),
                        rs.getInt("months"),
                        sources.getOrDefault(rs.getString("code"), List.of())))
                .list();
    }

    private Map<String, List<Fact>> sources(long id) {
        Map<String, List<Fact>> found = new HashMap<>();
        jdbc.sql("""
                        select code, case_no, paper_no, on_day, words, sample_id from credit.grade_source
                         where grade_id = ? order by code, position""").param(id).query(rs -> {
            long sample = rs.getLong("sample_id");
            Long sampleId = rs.wasNull() ? null : sample;
            Fact fact = new Fact(
                    Factor.valueOf(rs.getString("code")),
                    rs.getObject("on_day", LocalDate.class),
                    rs.getString("case_no"),
                    rs.getString("paper_no"),
                    sampleId,
                    rs.getString("words"));
            found.computeIfAbsent(rs.getString("code"), code -> new ArrayList<>())
                    .add(fact);
        });
        return found;
    }

    /** Grades of an agency that are in force, by business. */
    public Map<Long, String> inForce(String agency) {
        Map<Long, String> found = new HashMap<>();
        jdbc.sql("select entity_id, grade from credit.grade where agency_code = ? and state = 'IN_FORCE'")
                .param(agency)
                .query(rs -> {
                    found.put(rs.getLong(1), rs.getString(2));
                });
        return found;
    }

    /** One act on a business's grades at a time. */
    public void alone(String agency, long entity) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("credit-grade-" + agency + "-" + entity)
                .query(String.class)
                .single();
    }

    /** Whether an objection to the grade in force waits for its answer. */
    public boolean objected(String agency, long entity) {
        return jdbc.sql("""
                        select exists (select from credit.grade where agency_code = ? and entity_id = ? and state = 'IN_FORCE'
                                          and objection = 'OPEN')""").params(agency, entity).query(Boolean.class).single();
    }

    private static Grade grade(ResultSet rs, int n) throws SQLException {
        return new Grade(
                rs.getLong("grade_id"),
                rs.getString("agency_code"),
                rs.getLong("entity_id"),
                rs.getString("rule_agency"),
                rs.getInt("rule_no"),
                rs.getObject("on_day", LocalDate.class),
                rs.getString("computed"),
                rs.getInt("score"),
                rs.getString("asked"),
                rs.getString("grade"),
                rs.getString("state"),
                rs.getString("objection"));
    }
}
