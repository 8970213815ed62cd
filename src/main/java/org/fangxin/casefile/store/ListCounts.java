package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.cipher.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases a list and its tabs have, counted no further than anybody would work through. */
@Component
class ListCounts {
    /** Over a province or the nation: enough to say that it is more than a page or a day brings. */
    static final int MOST_IN_WIDE = 1_000;

    private final JdbcClient jdbc;
    private final BlindIndex index;

    ListCounts(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /** How far is counted in the transaction's scope; one more means more than that. */
    static int most() {
        return InSight.wide() ? MOST_IN_WIDE : CaseLists.MOST_COUNTED;
    }

    /** How many there are, up to {@code most} and one more. */
    int of(WorklistSql sql, int most) {
        return jdbc.sql("select count(*) from (select 1 from casefile.case_file" + sql.where() + " limit ?) c")
                .params(with(sql.parameters(), most + 1))
                .query(Integer.class)
                .single();
    }

    /** The counters of the tabs, for the same person and agency as the list. */
    Worklist.Counts tabs(WorklistFilter filter, Instant now, InSight sight) {
        int most = most();
        if (!InSight.wide()) {
            Worklist.Counts counts = atOnce(filter, now, sight, most);
            if (counts.all() <= most) {
                return counts;
            }
        }
        return oneByOne(filter, now, sight, most);
    }

    /** True when there are no more than are looked at, which is so in nearly every county: one walk for all. */
    private Worklist.Counts atOnce(WorklistFilter filter, Instant now, InSight sight, int most) {
        WorklistSql sql = sql(filter, now, sight);
        Timestamp instant = Timestamp.from(now);
        List<Object> parameters = new ArrayList<>(List.of(WorklistSql.today(now)));
        parameters.add(instant);
        parameters.addAll(sql.parameters());
        return jdbc.sql("""
                        select count(*), count(*) filter (where %s), count(*) filter (where %s),
                               count(*) filter (where %s),
                               count(*) filter (where %s),
                               count(*) filter (where nearest_at <= ?), count(*) filter (where %s)
                          from (select kind, stage, flags, nearest_due, nearest_at
                                  from casefile.case_file""".formatted(
                                        Worklist.TO_DECIDE,
                                        Worklist.TO_VERIFY,
                                        Worklist.TO_ANSWER,
                                        WorklistSql.TODAY,
                                        Worklist.WAITING)
                        + sql.where() + " limit ?) c")
                .params(with(parameters, most + 1))
                .query((rs, n) -> new Worklist.Counts(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7),
                        most))
                .single();
    }

    /** A province or the nation: each counter walks its own index and stops when it has seen enough. */
    private Worklist.Counts oneByOne(WorklistFilter filter, Instant now, InSight sight, int most) {
        Timestamp instant = Timestamp.from(now);
        return new Worklist.Counts(
                counted(filter, now, sight, most, "true"),
                counted(filter, now, sight, most, Worklist.TO_DECIDE),
                counted(filter, now, sight, most, Worklist.TO_VERIFY),
                counted(filter, now, sight, most, Worklist.TO_ANSWER),
                counted(filter, now, sight, most, WorklistSql.TODAY, WorklistSql.today(now)),
                counted(filter, now, sight, most, "nearest_at <= ?", instant),
                counted(filter, now, sight, most, Worklist.WAITING),
                most);
    }

    private int counted(
            WorklistFilter filter, Instant now, InSight sight, int most, String condition, Object... values) {
        WorklistSql sql = sql(filter, now, sight);
        sql.and(condition, values);
        return of(sql, most);
    }

    private WorklistSql sql(WorklistFilter filter, Instant now, InSight sight) {
        WorklistSql sql = WorklistSql.of(filter.plain(), now, index);
        sight.narrow(sql);
        return sql;
    }

    private static List<Object> with(List<Object> parameters, Object last) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(last);
        return all;
    }
}
