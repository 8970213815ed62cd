package org.fangxin.credit.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may be drawn, and what was drawn, within the thread's scope. */
@Component
public class PlanStore {
    /** Stands for businesses without a grade. */
    public static final String UNGRADED = "-";

    /** A drawing, with everything that is needed to draw it again but the pools. */
    public record Drawing(
            long id,
            String agency,
            String name,
            int year,
            String seed,
            String ruleAgency,
            int ruleNo,
            List<String> officers,
            String by,
            Instant at) {}

    /** Of whom {@code wanted} were drawn. */
    public record Pool(String grade, int wanted, List<Long> entities) {}

    private static final String DRAWING = """
            select drawing_id, agency_code, name, year, seed, rule_agency, rule_no, officers, drawn_by, drawn_at
              from credit.drawing
            """;

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String LIVING = """
            e.region_code >= ? and e.region_code < ? and e.merged_into is null and e.status in ('ACTIVE', 'ABNORMAL')""";
    private static final String GRADED = """
            select g.grade, count(*) from credit.grade g join merchant.entity e on e.id = g.entity_id
             where g.agency_code = ? and g.state = 'IN_FORCE' and\s""" + LIVING + " group by g.grade";
    private static final String DRAWN_STILL_THERE = """
            select coalesce(g.grade, '-'), count(distinct e.id)
              from credit.drawing d
              join credit.inspection i on i.drawing_id = d.drawing_id
              join merchant.entity e on e.id = i.entity_id
              left join credit.grade g on g.entity_id = e.id and g.agency_code = d.agency_code and g.state = 'IN_FORCE'
             where d.agency_code = ? and d.year = ? and\s""" + LIVING + " group by 1";

    /**
     * How many of {@link #population} were not drawn in the year, by grade. Counted in indexes: the whole division once, and of
     * what is graded or drawn only those. Reading a province's million for one page would take seconds.
     */
    public Map<String, Integer> undrawn(String agency, String to, int year) {
        Map<String, Integer> found = new HashMap<>();
        int all = jdbc.sql("select count(*) from merchant.entity e where " + LIVING)
                .params(agency, to)
                .query(Integer.class)
                .single();
        jdbc.sql(GRADED).params(agency, agency, to).query(rs -> {
            found.put(rs.getString(1), rs.getInt(2));
        });
        int graded = found.values().stream().mapToInt(Integer::intValue).sum();
        found.put(UNGRADED, all - graded);
        jdbc.sql(DRAWN_STILL_THERE).params(agency, year, agency, to).query(rs -> {
            found.merge(rs.getString(1), -rs.getInt(2), Integer::sum);
        });
        return found;
    }

    /** Living businesses of the agency's division by the grade in force there; {@link #UNGRADED} for those without. */
    public Map<String, List<Long>> population(String agency, String to) {
        Map<String, List<Long>> found = new HashMap<>();
        jdbc.sql("""
                        select coalesce(g.grade, '-'), e.entity_id
                          from (select id as entity_id from merchant.entity
                                 where region_code >= ? and region_code < ? and merged_into is null
                                   and status in ('ACTIVE', 'ABNORMAL')) e
                          left join credit.grade g
                            on g.entity_id = e.entity_id and g.agency_code = ? and g.state = 'IN_FORCE'""").params(agency, to, agency).query(rs -> {
            found.computeIfAbsent(rs.getString(1), grade -> new ArrayList<>()).add(rs.getLong(2));
        });
        return found;
    }

    /** Businesses that the agency has drawn this year. */
    public Set<Long> drawn(String agency, int year) {
        return new HashSet<>(
                jdbc.sql("""
                        select i.entity_id from credit.inspection i join credit.drawing d on d.drawing_id = i.drawing_id
                         where d.agency_code = ? and d.year = ?""").params(agency, year).query(Long.class).list());
    }

    public long add(Drawing drawing) {
        return jdbc.sql("""
                        insert into credit.drawing (agency_code, name, year, seed, rule_agency, rule_no, officers, drawn_by, drawn_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning drawing_id""")
                .params(
                        drawing.agency(),
                        drawing.name(),
                        drawing.year(),
                        drawing.seed(),
                        drawing.ruleAgency(),
                        drawing.ruleNo(),
                        drawing.officers().toArray(String[]::new),
                        drawing.by(),
                        Timestamp.from(drawing.at()))
                .query(Long.class)
                .single();
    }

    public void pool(long drawing, Pool pool) {
        jdbc.sql("insert into credit.drawing_pool values (?, ?, ?, ?)")
                .params(drawing, pool.grade(), pool.wanted(), pool.entities().toArray(Long[]::new))
                .update();
    }

    public List<Pool> pools(long drawing) {
        return jdbc.sql("select grade, wanted, entities from credit.drawing_pool where drawing_id = ? order by grade")
                .param(drawing)
                .query((rs, n) -> new Pool(rs.getString(1), rs.getInt(2), List.of((Long[])
                        rs.getArray(3).getArray())))
                .list();
    }

    public Optional<Drawing> find(long id) {
        return jdbc.sql(DRAWING + "where drawing_id = ?")
                .param(id)
                .query(PlanStore::drawing)
                .optional();
    }

    /** Of the agency itself, newest first. */
    public List<Drawing> of(String agency, int year) {
        return jdbc.sql(DRAWING + "where agency_code = ? and year = ? order by drawing_id desc")
                .params(agency, year)
                .query(PlanStore::drawing)
                .list();
    }

    /** One drawing of an agency at a time. */
    public void alone(String agency) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("credit-drawing-" + agency)
                .query(String.class)
                .single();
    }

    public void relation(String agency, String person, long entity, String why, Instant now) {
        jdbc.sql("""
                        insert into credit.relation (agency_code, person, entity_id, why, at) values (?, ?, ?, ?, ?)
                        on conflict (person, entity_id) do nothing""").params(agency, person, entity, why, Timestamp.from(now)).update();
    }

    /** Persons who had declared a relation by then, by business. */
    public Map<Long, Set<String>> relations(Instant then) {
        Map<Long, Set<String>> found = new HashMap<>();
        jdbc.sql("select entity_id, person from credit.relation where at <= ?")
                .param(Timestamp.from(then))
                .query(rs -> {
                    found.computeIfAbsent(rs.getLong(1), entity -> new HashSet<>())
                            .add(rs.getString(2));
                });
        return found;
    }

    private static Drawing drawing(ResultSet rs, int n) throws SQLException {
        Array officers = rs.getArray("officers");
        return new Drawing(
                rs.getLong("drawing_id"),
                rs.getString("agency_code"),
                rs.getString("name"),
                rs.getInt("year"),
                rs.getString("seed"),
                rs.getString("rule_agency"),
                rs.getInt("rule_no"),
                List.of((String[]) officers.getArray()),
                rs.getString("drawn_by"),
                rs.getTimestamp("drawn_at").toInstant());
    }
}
