package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that were drawn, and what was found, within the thread's scope. */
@Component
public class CheckStore {
    /** @param found null while it is to be done */
    public record Inspection(
            long id,
            long drawing,
            long entity,
            String merchant,
            String grade,
            List<String> officers,
            LocalDate dueOn,
            List<String> items,
            @Nullable Found found) {}

    /**
     * @param outcome NOTHING, CORRECTION, LEAD or NOT_FOUND
     * @param inOrder for each item
     * @param correctBy of an ordered correction
     * @param paperNo of the order or the handing over of a lead
     */
    public record Found(
            String outcome,
            List<Boolean> inOrder,
            String words,
            LocalDate on,
            @Nullable LocalDate correctBy,
            @Nullable String paperNo,
            String by) {}

    public static final String CORRECTION = "CORRECTION";
    public static final String LEAD = "LEAD";

    /** How many were drawn and how many done. */
    public record Reached(int drawn, int done) {}

    private static final String INSPECTION = """
            select i.inspection_id, i.drawing_id, i.entity_id, e.name, i.grade, i.officers, i.due_on, i.items, i.outcome,
                   i.in_order, i.words, i.done_on, i.correct_by, i.paper_no, i.entered_by
              from credit.inspection i join merchant.entity e on e.id = i.entity_id
            """;

    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(
            long drawing, long entity, String grade, List<String> officers, LocalDate dueOn, List<String> items) {
        jdbc.sql("""
                        insert into credit.inspection (drawing_id, entity_id, grade, officers, due_on, items)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(drawing, entity, grade, officers.toArray(String[]::new), dueOn, items.toArray(String[]::new))
                .update();
    }

    /** @return false when something was entered already */
    public boolean found(long id, Found found, Instant now) {
        return jdbc.sql("""
                                update credit.inspection set outcome = ?, in_order = ?, words = ?, done_on = ?, correct_by = ?,
                                       paper_no = ?, entered_by = ?, entered_at = ?
                                 where inspection_id = ? and outcome is null""")
                        .params(Arrays.asList(
                                found.outcome(),
                                found.inOrder().toArray(Boolean[]::new),
                                found.words(),
                                found.on(),
                                found.correctBy(),
                                found.paperNo(),
                                found.by(),
                                Timestamp.from(now),
                                id))
                        .update()
                == 1;
    }

    public Optional<Inspection> find(long id) {
        return jdbc.sql(INSPECTION + "where i.inspection_id = ?")
                .param(id)
                .query(CheckStore::inspection)
                .optional();
    }

    public List<Inspection> of(long drawing) {
        return jdbc.sql(INSPECTION + "where i.drawing_id = ? order by i.inspection_id")
                .param(drawing)
                .query(CheckStore::inspection)
                .list();
    }

    /** Of one business, newest first, at most 50. */
    public List<Inspection> ofEntity(long entity) {
        return jdbc.sql(INSPECTION + "where i.entity_id = ? order by i.inspection_id desc limit 50")
                .param(entity)
                .query(CheckStore::inspection)
                .list();
    }

    /** By the grade at the drawing. */
    public Map<String, Reached> reached(String agency, int year) {
        Map<String, Reached> found = new HashMap<>();
        jdbc.sql("""
                        select i.grade, count(*), count(*) filter (where i.outcome is not null)
                          from credit.inspection i join credit.drawing d on d.drawing_id = i.drawing_id
                         where d.agency_code = ? and d.year = ? group by i.grade""").params(agency, year).query(rs -> {
            found.put(rs.getString(1), new Reached(rs.getInt(2), rs.getInt(3)));
        });
        return found;
    }

    private static Inspection inspection(ResultSet rs, int n) throws SQLException {
        String outcome = rs.getString("outcome");
        Found found = outcome == null
                ? null
                : new Found(
                        outcome,
                        List.of((Boolean[]) rs.getArray("in_order").getArray()),
                        rs.getString("words"),
                        rs.getObject("done_on", LocalDate.class),
                        rs.getObject("correct_by", LocalDate.class),
                        rs.getString("paper_no"),
                        rs.getString("entered_by"));
        return new Inspection(
                rs.getLong("inspection_id"),
                rs.getLong("drawing_id"),
                rs.getLong("entity_id"),
                rs.getString("name"),
                rs.getString("grade"),
                List.of((String[]) rs.getArray("officers").getArray()),
                rs.getObject("due_on", LocalDate.class),
                List.of((String[]) rs.getArray("items").getArray()),
                found);
    }
}
