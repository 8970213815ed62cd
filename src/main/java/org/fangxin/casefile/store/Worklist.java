package org.fangxin.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.casefile.store.FewByWords.Few;
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

    /** @param most each counter goes up to it and one more, which means more than that */
    public record Counts(
            int all, int toDecide, int toVerify, int toAnswer, int today, int overdue, int waiting, int most) {}

    /** A page with the counters beside it, both as of one moment. */
    public record Desk(Page page, Counts counts) {}

    public enum Sort {
        DUE,
        RECEIVED
    }

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final ListCounts counts;
    private final FewByWords fewByWords;

    Worklist(JdbcClient jdbc, BlindIndex index, ListCounts counts, FewByWords fewByWords) {
        this.jdbc = jdbc;
        this.index = index;
        this.counts = counts;
        this.fewByWords = fewByWords;
    }

    /** A page of the list, and the counters of its tabs. */
    @Transactional(readOnly = true)
    public Desk desk(WorklistFilter filter, Sort sort, int limit, @Nullable Cursor from, Instant now) {
        InSight sight = InSight.withDisputed(jdbc);
        // before the walk: the index of words is read by what the walk forbids
        Optional<Few> few = fewByWords.of(filter);
        InSight.walkWide(jdbc);
        Counts tabs = counts.tabs(filter, now, sight);
        WorklistSql sql = sql(filter, now, sight, few);
        int most = few.isPresent() && !few.get().all() ? ListCounts.MOST_IN_WIDE : tabs.most();
        int total = filter.isPlain() ? tabs.all() : counted(filter, now, sight, few, most);
        List<Row> found = walked(sql, sight, sort, limit + 1, from);
        boolean back = from != null && from.back();
        boolean more = found.size() > limit;
        List<Row> shown = new ArrayList<>(more ? found.subList(0, limit) : found);
        if (back) {
            Collections.reverse(shown);
        }
        boolean earlier = back ? more : from != null;
        boolean later = back || more;
        Page page = new Page(
                List.copyOf(shown),
                earlier && !shown.isEmpty() ? Cursor.before(shown.getFirst()) : null,
                later && !shown.isEmpty() ? Cursor.after(shown.getLast()) : null,
                Math.min(total, most),
                total > most);
        return new Desk(page, tabs);
    }

    /** What the index of words names can be more than is counted already; else all is gone through. */
    private int counted(WorklistFilter filter, Instant now, InSight sight, Optional<Few> few, int most) {
        if (few.isPresent() && !few.get().all() && few.get().ids().size() > most) {
            WorklistSql among = sql(filter, now, sight, Optional.empty());
            among.and("id = any (?)", (Object) few.get().ids().toArray(Long[]::new));
            int named = counts.of(among, most);
            if (named > most) {
                return named;
            }
        }
        return counts.of(sql(filter, now, sight, few), most);
    }

    /** From a row's place on, in the order or against it, until there are enough. */
    private List<Row> walked(WorklistSql sql, InSight sight, Sort sort, int most, @Nullable Cursor from) {
        if (from != null) {
            sql.from(sort, from);
        }
        String order = WorklistSql.order(sort, from != null && from.back());
        if (!InSight.wide() && !sql.gathered()) {
            ByAgency page = ByAgency.of(COLUMNS + sql.where(), sql.parameters(), order, most, sight.disputed());
            return jdbc.sql(page.sql())
                    .params(page.values())
                    .query(Worklist::row)
                    .list();
        }
        return jdbc.sql(COLUMNS + sql.where() + order + " limit ?")
                .params(with(sql.parameters(), most))
                .query(Worklist::row)
                .list();
    }

    /** How many there are, up to {@link CaseLists#MOST_COUNTED} and one more. */
    @Transactional(readOnly = true)
    public int count(WorklistFilter filter, Instant now) {
        return counted(filter, now, InSight.withDisputed(jdbc), fewByWords.of(filter), CaseLists.MOST_COUNTED);
    }

    /** Numbers of the cases in the list's order, the first {@code limit}. */
    @Transactional(readOnly = true)
    public List<String> numbers(WorklistFilter filter, Sort sort, int limit, Instant now) {
        WorklistSql sql = sql(filter, now, InSight.withDisputed(jdbc), fewByWords.of(filter));
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

    private WorklistSql sql(WorklistFilter filter, Instant now, InSight sight, Optional<Few> few) {
        WorklistSql sql = WorklistSql.of(filter, now, index);
        sight.narrow(sql);
        few.ifPresent(found -> {
            // the index of words is asked within the range of agencies alone
            List<Long> ids = Stream.concat(found.ids().stream(), sight.disputed().stream())
                    .toList();
            if (found.all()) {
                sql.gather(ids);
                InSight.gatherFew(jdbc);
            } else if (found.since() != null) {
                sql.andEarlierOr(found.since(), ids);
            }
        });
        return sql;
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
