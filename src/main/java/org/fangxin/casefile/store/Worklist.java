package org.fangxin.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    private static final int COUNT_TO = 10_000;
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

    /** @param next the last row's place, or null at the end */
    public record Page(List<Row> rows, @Nullable Cursor next, int total, boolean atLeast) {}

    /** Where a page ended. */
    public record Cursor(Instant due, Instant received, long id) {}

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
    public Page page(WorklistFilter filter, Sort sort, int limit, @Nullable Cursor after, Instant now) {
        CaseRows.alsoDisputed(jdbc);
        WorklistSql counted = WorklistSql.of(filter, now, index);
        int total = jdbc.sql("select count(*) from (select 1 from casefile.case_file" + counted.where() + " limit ?) c")
                .params(with(counted.parameters(), COUNT_TO + 1))
                .query(Integer.class)
                .single();
        WorklistSql sql = WorklistSql.of(filter, now, index);
        if (after != null && sort == Sort.DUE) {
            sql.and("(nearest_at, id) > (?, ?)", Timestamp.from(after.due()), after.id());
        } else if (after != null) {
            sql.and("(received_at, id) < (?, ?)", Timestamp.from(after.received()), after.id());
        }
        String order =
                sort == Sort.DUE ? " order by nearest_at, id limit ?" : " order by received_at desc, id desc limit ?";
        List<Row> rows = jdbc.sql(COLUMNS + sql.where() + order)
                .params(with(sql.parameters(), limit + 1))
                .query(Worklist::row)
                .list();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        Cursor next = more ? cursor(shown.getLast()) : null;
        return new Page(List.copyOf(shown), next, Math.min(total, COUNT_TO), total > COUNT_TO);
    }

    /** The counters of the tabs, for the same person and agency as the list. */
    @Transactional(readOnly = true)
    public Counts counts(WorklistFilter filter, Instant now) {
        CaseRows.alsoDisputed(jdbc);
        WorklistFilter plain = new WorklistFilter(
                "open",
                filter.kinds(),
                List.of(),
                filter.agency(),
                filter.officer(),
                null,
                null,
                null,
                null,
                false,
                null,
                null);
        WorklistSql sql = WorklistSql.of(plain, now, index);
        Timestamp instant = Timestamp.from(now);
        List<Object> parameters = new ArrayList<>(List.of(WorklistSql.day(now), instant, instant));
        parameters.addAll(sql.parameters());
        return jdbc.sql("""
                        select count(*), count(*) filter (where %s), count(*) filter (where %s),
                               count(*) filter (where %s),
                               count(*) filter (where nearest_due = ? and nearest_at > ?),
                               count(*) filter (where nearest_at <= ?), count(*) filter (where %s)
                          from casefile.case_file""".formatted(TO_DECIDE, TO_VERIFY, TO_ANSWER, WAITING) + sql.where())
                .params(parameters)
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

    private static Cursor cursor(Row last) {
        return new Cursor(last.nearestAt(), last.receivedAt(), last.id());
    }

    private static List<Object> with(List<Object> parameters, Object last) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(last);
        return all;
    }
}
