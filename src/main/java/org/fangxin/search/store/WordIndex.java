package org.fangxin.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The two ways through the words of cases: along the dates of a level, newest first, looking at each; and by the index of
 * words. The first is right for what is frequent, the second for what is rare.
 */
@Component
public class WordIndex {
    private static final String DATES = " order by received desc, case_id desc limit ?";

    /** @param openly hit by what stands on every list */
    public record Candidate(long id, Instant received, boolean openly) {}

    /**
     * The newest cases of a level, looked at one by one.
     *
     * @param looked how many there were; fewer than asked for means all
     * @param newest when the first of them came in, {@code oldest} the last; null when there is none
     */
    public record Walk(
            List<Candidate> hits,
            int looked,
            @Nullable Instant newest,
            @Nullable Instant oldest) {}

    private final JdbcClient jdbc;

    WordIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Looks at the newest {@code look} cases of the level. */
    public Walk walk(Ask ask, int look) {
        return alongDates(() -> looked(ask, look));
    }

    /**
     * Left to itself the server gathers a whole province and sorts it: it takes the level and the range in the policy for two
     * conditions, expects hardly any row, and holds sorting for cheap.
     */
    private <T> T alongDates(Supplier<T> walk) {
        sorting("off");
        T walked = walk.get();
        sorting("on");
        return walked;
    }

    private void sorting(String how) {
        jdbc.sql("select set_config('enable_sort', ?, true)").param(how).query(rs -> {});
    }

    private Walk looked(Ask ask, int look) {
        List<Object> values = new ArrayList<>();
        String openly = ask.openly(values);
        String hit = ask.condition(values, "");
        String level = level(ask, values);
        values.add(look);
        List<Candidate> hits = new ArrayList<>();
        Walk[] walk = {new Walk(hits, 0, null, null)};
        jdbc.sql("""
                        with looked as materialized (
                            select case_id, received, %s as openly, %s as hit from search.visible where %s""".formatted(openly, hit, level) + DATES + """
                        )
                        select n, newest, oldest, case_id, received, openly
                          from (select count(*) as n, max(received) as newest, min(received) as oldest from looked) every
                          left join (select * from looked where hit) hits on true
                         order by received desc, case_id desc""").params(values).query((ResultSet rs) -> {
            walk[0] = new Walk(hits, rs.getInt("n"), instant(rs, "newest"), instant(rs, "oldest"));
            if (rs.getTimestamp("received") != null) {
                hits.add(candidate(rs));
            }
        });
        return walk[0];
    }

    /** The newest {@code most} hits, as long as they are among the newest {@code look} cases of the level. */
    public List<Candidate> frequent(Ask ask, int look, int most) {
        List<Object> values = new ArrayList<>();
        String openly = ask.openly(values);
        String hit = ask.condition(values, "");
        String level = level(ask, values);
        values.addAll(List.of(look, most));
        // the inner limit keeps the walk short, the outer one ends it early
        return alongDates(() -> jdbc.sql(
                        "select case_id, received, openly from (select case_id, received, " + openly + " as openly, "
                                + hit + " as hit from search.visible where " + level + DATES
                                + ") looked where hit limit ?")
                .params(values)
                .query((rs, n) -> candidate(rs))
                .list());
    }

    /**
     * The newest {@code most} hits by the index of words.
     *
     * @param months words of the months to look in, or empty for all
     * @param before only what came in earlier
     */
    public List<Candidate> rare(Ask ask, String months, @Nullable Instant before, int most) {
        List<Object> values = new ArrayList<>();
        String openly = ask.openly(values);
        String hit = ask.condition(values, months);
        String earlier = before == null ? "" : " and received < ?";
        if (before != null) {
            values.add(Timestamp.from(before));
        }
        values.add(most);
        // first all of them, then their order: otherwise the server may think that walking the dates finds them sooner
        return jdbc.sql("with found as materialized (select case_id, received, " + openly
                        + " as openly from search.visible where " + hit + earlier + ")"
                        + " select case_id, received, openly from found" + DATES)
                .params(values)
                .query((rs, n) -> candidate(rs))
                .list();
    }

    /** Cases that hold any of the query's ways, those that hold most of them first. */
    public List<Long> near(String query, Instant since, int most) {
        return jdbc.sql("""
                        with found as materialized (
                            select case_id, ts_rank(terms, ?::tsquery) as weight from search.visible
                             where terms @@ ?::tsquery and received >= ?)
                        select case_id from found order by weight desc, case_id desc limit ?""")
                .params(query, query, Timestamp.from(since), most)
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    private static String level(Ask ask, List<Object> values) {
        String level = ask.level();
        if (level == null) {
            return "true";
        }
        values.add(ask.agency());
        return level + " = ?";
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Candidate candidate(ResultSet rs) throws SQLException {
        return new Candidate(rs.getLong("case_id"), rs.getTimestamp("received").toInstant(), rs.getBoolean("openly"));
    }
}
