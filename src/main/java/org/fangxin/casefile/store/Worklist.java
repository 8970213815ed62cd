package org.fangxin.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.cipher.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officers' list: one indexed walk a page, inside the transaction's scope. */
@Component
public class Worklist {
    /** Sorts behind every date: cases without a running clock. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static final Timestamp NEVER_AT =
            Timestamp.from(NEVER.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());

    static final String WAITING =
            "(stage = 'GREEN_CHANNEL' or flags && array['MATERIAL_REQUESTED', 'APPRAISAL_RUNNING'])";
    static final String TO_DECIDE = "(stage = 'RECEIVED' and kind = 'COMPLAINT')";
    static final String TO_VERIFY = "(stage = 'RECEIVED' and kind = 'REPORT')";
    static final String TO_ANSWER = "(stage = 'RECEIVED' and kind in ('CONSULTATION', 'SUGGESTION'))";
    private static final int COUNT_TO = CaseLists.MOST_COUNTED;
    private static final String COLUMNS = """
            select id, case_no, kind, stage, agency_code, summary, merchant_name, received_at, handlers, flags,
                   nearest_due, nearest_at, version, open_duties from casefile.case_file""";

    /** A row of the list. */
    public record Row(
            long id,
            String caseNo,
            String kind,
            String stage,
            String agency,
            String summary,
            String merchant,
            Instant receivedAt,
            List<String> handlers,
            List<String> flags,
            LocalDate nearestDue,
            Instant nearestAt,
            long version,
            int openDuties) {

        /** The same row with another line of words. */
        Row saying(String words) {
            return new Row(
                    id,
                    caseNo,
                    kind,
                    stage,
                    agency,
                    words,
                    merchant,
                    receivedAt,
                    handlers,
                    flags,
                    nearestDue,
                    nearestAt,
                    version,
                    openDuties);
        }

        /** The same row with other flags. */
        Row flagged(List<String> others) {
            return new Row(
                    id,
                    caseNo,
                    kind,
                    stage,
                    agency,
                    summary,
                    merchant,
                    receivedAt,
                    handlers,
                    others,
                    nearestDue,
                    nearestAt,
                    version,
                    openDuties);
        }
    }

    /**
     * A page of the list.
     *
     * @param previous from where the page before is read backwards, or null at the beginning
     * @param next from where the page after is read, or null at the end
     */
    public record Page(
            List<Row> rows,
            @Nullable Cursor previous,
            @Nullable Cursor next,
            int total,
            boolean atLeast) {}

    /**
     * A row's place in the order.
     *
     * @param back whether the page lies before it, not after
     */
    public record Cursor(Instant due, Instant received, long id, boolean back) {
        static Cursor after(Row row) {
            return new Cursor(row.nearestAt(), row.receivedAt(), row.id(), false);
        }

        static Cursor before(Row row) {
            return new Cursor(row.nearestAt(), row.receivedAt(), row.id(), true);
        }
    }

    /** Each up to {@link #COUNT_TO} and one more, which means more than that. */
    public record Counts(int all, int toDecide, int toVerify, int toAnswer, int today, int overdue, int waiting) {}

    public enum Sort {
        DUE,
        RECEIVED
    }

    private final JdbcClient jdbc;
    private final BlindIndex index;

    Worklist(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    @Transactional(readOnly = true)
    public Page page(WorklistFilter filter, Sort sort, int limit, @Nullable Cursor from, Instant now) {
        InSight sight = InSight.withDisputed(jdbc);
        int total = count(sql(filter, now, sight));
        WorklistSql sql = sql(filter, now, sight);
        boolean back = from != null && from.back();
        if (from != null) {
            sql.from(sort, from);
        }
        InSight.walkWide(jdbc);
        List<Row> rows = new ArrayList<>(jdbc.sql(COLUMNS + sql.where() + WorklistSql.order(sort, back) + " limit ?")
                .params(with(sql.parameters(), limit + 1))
                .query(Worklist::row)
                .list());
        boolean more = rows.size() > limit;
        List<Row> shown = new ArrayList<>(more ? rows.subList(0, limit) : rows);
        if (back) {
            Collections.reverse(shown);
        }
        boolean earlier = back ? more : from != null;
        boolean later = back || more;
        return new Page(
                List.copyOf(shown),
                earlier && !shown.isEmpty() ? Cursor.before(shown.getFirst()) : null,
                later && !shown.isEmpty() ? Cursor.after(shown.getLast()) : null,
                Math.min(total, COUNT_TO),
                total > COUNT_TO);
    }

    /** How many there are, up to {@link #COUNT_TO} and one more. */
    @Transactional(readOnly = true)
    public int count(WorklistFilter filter, Instant now) {
        return count(sql(filter, now, InSight.withDisputed(jdbc)));
    }

    /** Numbers of the cases in the list's order, the first {@code limit}. */
    @Transactional(readOnly = true)
    public List<String> numbers(WorklistFilter filter, Sort sort, int limit, Instant now) {
        WorklistSql sql = sql(filter, now, InSight.withDisputed(jdbc));
        return jdbc.sql("select case_no from casefile.case_file" + sql.where() + WorklistSql.order(sort, false)
                        + " limit ?")
                .params(with(sql.parameters(), limit))
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    /** The rows of these numbers in their order; those that may not be seen are left out. */
    @Transactional(readOnly = true)
    public List<Row> rows(List<String> numbers) {
        CaseRows.alsoDisputed(jdbc);
        return jdbc.sql(COLUMNS + " where case_no = any (?) order by array_position(?, case_no)")
                .params(numbers.toArray(String[]::new), numbers.toArray(String[]::new))
                .query(Worklist::row)
                .list();
    }

    private WorklistSql sql(WorklistFilter filter, Instant now, InSight sight) {
        WorklistSql sql = WorklistSql.of(filter, now, index);
        sight.narrow(sql);
        return sql;
    }

    private int count(WorklistSql sql) {
        return jdbc.sql("select count(*) from (select 1 from casefile.case_file" + sql.where() + " limit ?) c")
                .params(with(sql.parameters(), COUNT_TO + 1))
                .query(Integer.class)
                .single();
    }

    /** The counters of the tabs, for the same person and agency as the list. */
    @Transactional(readOnly = true)
    public Counts counts(WorklistFilter filter, Instant now) {
        InSight sight = InSight.withDisputed(jdbc);
        Counts counts = atOnce(filter, now, sight);
        return counts.all() <= COUNT_TO ? counts : oneByOne(filter, counts.all(), now, sight);
    }

    /** True when there are no more than are looked at, which is so in nearly every county: one walk for all. */
    private Counts atOnce(WorklistFilter filter, Instant now, InSight sight) {
        WorklistSql sql = sql(filter.plain(), now, sight);
        Timestamp instant = Timestamp.from(now);
        List<Object> parameters = new ArrayList<>(List.of(WorklistSql.day(now), instant, instant));
        parameters.addAll(sql.parameters());
        return jdbc.sql("""
                        select count(*), count(*) filter (where %s), count(*) filter (where %s),
                               count(*) filter (where %s),
                               count(*) filter (where nearest_due = ? and nearest_at > ?),
                               count(*) filter (where nearest_at <= ?), count(*) filter (where %s)
                          from (select kind, stage, flags, nearest_due, nearest_at
                                  from casefile.case_file""".formatted(TO_DECIDE, TO_VERIFY, TO_ANSWER, WAITING) + sql.where() + " limit ?) c")
                .params(with(parameters, COUNT_TO + 1))
                .query((rs, n) -> new Counts(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7)))
                .single();
    }

    /** A province or the nation: each counter walks its own index and stops when it has seen enough. */
    private Counts oneByOne(WorklistFilter filter, int all, Instant now, InSight sight) {
        Timestamp instant = Timestamp.from(now);
        return new Counts(
                all,
                counted(filter, now, sight, TO_DECIDE),
                counted(filter, now, sight, TO_VERIFY),
                counted(filter, now, sight, TO_ANSWER),
                counted(filter, now, sight, "nearest_due = ? and nearest_at > ?", WorklistSql.day(now), instant),
                counted(filter, now, sight, "nearest_at <= ?", instant),
                counted(filter, now, sight, WAITING));
    }

    private int counted(WorklistFilter filter, Instant now, InSight sight, String condition, Object... values) {
        WorklistSql sql = sql(filter.plain(), now, sight);
        sql.and(condition, values);
        return count(sql);
    }

    static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                rs.getLong("id"),
                rs.getString("case_no"),
                rs.getString("kind"),
                rs.getString("stage"),
                rs.getString("agency_code"),
                rs.getString("summary"),
                rs.getString("merchant_name"),
                rs.getTimestamp("received_at").toInstant(),
                CaseRows.texts(rs, "handlers"),
                CaseRows.texts(rs, "flags"),
                rs.getObject("nearest_due", LocalDate.class),
                rs.getTimestamp("nearest_at").toInstant(),
                rs.getLong("version"),
                rs.getInt("open_duties"));
    }

    private static List<Object> with(List<Object> parameters, Object last) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(last);
        return all;
    }
}
