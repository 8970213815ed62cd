package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that happened with a business, in order of time, within the thread's scope: a report that is not seen is not there. */
@Component
public class BusinessCourse {
    private static final int MOST = 300;

    /**
     * @param kind COMPLAINT, REPORT, CONSULTATION, SUGGESTION, PENALTY, SAMPLE, FIT, UNFIT, GRADE, TALK, GUIDANCE, DRAWN, INSPECTED or
     *     RECHECKED
     * @param code outcome, grade or stage, by kind
     * @param caseNo of a case that may be seen, else null
     * @param sampleId of a sample that may be seen, else null
     */
    public record Happened(
            LocalDate on,
            String kind,
            String code,
            String words,
            @Nullable String caseNo,
            @Nullable Long sampleId) {}

    private static final String COURSE = """
            with who as (select id, uscc, name from merchant.entity where id = :id or merged_into = :id),
            cases as materialized (
              select c.case_no, c.kind, c.stage, c.received_at from who w join casefile.case_file c on c.merchant_uscc = w.uscc
              union
              select c.case_no, c.kind, c.stage, c.received_at
                from who w join casefile.case_file c on c.merchant_uscc is null and c.merchant_name = w.name),
            samples as materialized (
              select s.sample_id, s.taken_at, s.product, s.batch, s.case_no
                from who w join inspection.sample s
                  on s.merchant_code = w.uscc or s.merchant_code is null and s.merchant = w.name
               where not exists (select from inspection.voided v where v.sample_id = s.sample_id))
            select (received_at at time zone 'Asia/Shanghai')::date as on_day, kind, stage as code, '' as words, case_no,
                   null::bigint as sample_id, received_at as moment
              from cases
            union all
            select f.on_day, 'PENALTY', '', coalesce(f.paper_no, ''), f.case_no, null, f.on_day::timestamptz
              from cases c join credit.fact f on f.case_no = c.case_no and f.code = 'PENALTY'
            union all
            select (taken_at at time zone 'Asia/Shanghai')::date, 'SAMPLE', '', product || '，' || batch, case_no, sample_id,
                   taken_at
              from samples
            union all
            select r.reported_on, case when r.fit then 'FIT' else 'UNFIT' end, '', s.product || '，' || r.report_no, s.case_no,
                   s.sample_id, r.received_at
              from samples s join inspection.result r on r.sample_id = s.sample_id
            union all
            select (p.at at time zone 'Asia/Shanghai')::date, 'GRADE', coalesce(g.grade, g.computed),
                   g.score || ' 分，评级机关 ' || g.agency_code, null, null, p.at
              from who w join credit.grade g on g.entity_id = w.id
              join credit.grade_step p on p.grade_id = g.grade_id and p.kind in ('CONFIRMED', 'APPROVED')
            union all
            select t.held_on, t.kind, t.occasion, t.occasion_words, null, null, t.at
              from who w join credit.talk_entity e on e.entity_id = w.id join credit.talk t on t.talk_id = e.talk_id
            union all
            select (d.drawn_at at time zone 'Asia/Shanghai')::date, 'DRAWN', i.grade, d.name, null, null, d.drawn_at
              from who w join credit.inspection i on i.entity_id = w.id join credit.drawing d on d.drawing_id = i.drawing_id
            union all
            select i.done_on, 'INSPECTED', i.outcome, i.words, l.case_no, null, i.entered_at
              from who w join credit.inspection i on i.entity_id = w.id and i.outcome is not null
              left join credit.lead l on l.inspection_id = i.inspection_id
            union all
            select r.done_on, 'RECHECKED', r.outcome, r.words, null, null, r.entered_at
              from who w join credit.inspection i on i.entity_id = w.id
              join credit.recheck r on r.inspection_id = i.inspection_id and r.outcome is not null
            order by on_day desc, moment desc, kind limit :most""";

    private final JdbcClient jdbc;

    BusinessCourse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, at most 300; with what happened to entries that were merged into it, without samples entered by mistake. */
    public List<Happened> of(long entity) {
        return jdbc.sql(COURSE)
                .param("id", entity)
                .param("most", MOST)
                .query(BusinessCourse::happened)
                .list();
    }

    private static Happened happened(ResultSet rs, int n) throws SQLException {
        long sample = rs.getLong("sample_id");
        Long sampleId = rs.wasNull() ? null : sample;
        return new Happened(
                rs.getObject("on_day", LocalDate.class),
                rs.getString("kind"),
                rs.getString("code"),
                rs.getString("words"),
                rs.getString("case_no"),
                sampleId);
    }
}
