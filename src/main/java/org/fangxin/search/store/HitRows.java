package org.fangxin.search.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.cipher.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hits as the case file shows them now to the thread's scope. What the index still holds of a case that has become invisible
 * ends here: nothing is shown, counted or proposed that this has not seen.
 */
@Component
public class HitRows {
    private static final String ROW = """
            select id, kind, stage, agency_code, goods_code, received_at, handlers from casefile.case_file
             where id = any (?)""";
    private static final String SHOWN = """
            select id, case_no, submission_no, summary, merchant_name, goods_detail from casefile.case_file
             where id = any (?)""";
    private static final String STORIES = """
            select t.case_id, string_agg(t.body, E'\\n' order by t.act_id) from casefile.act_text t
             where t.case_id = any (?) and %s group by t.case_id""".formatted(WordRows.TOLD);

    /** What is counted of a hit. */
    public record Live(
            long id,
            String kind,
            String stage,
            String agency,
            @Nullable String goodsCode,
            Instant receivedAt,
            List<String> handlers) {}

    /** What is read of a hit. */
    public record Shown(
            String caseNo,
            String submissionNo,
            String summary,
            String merchant,
            @Nullable String goods) {}

    private final JdbcClient jdbc;
    private final BlindIndex index;

    HitRows(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    public List<Live> live(List<Long> ids) {
        return jdbc.sql(ROW).param(array(ids)).query(HitRows::live).list();
    }

    public Map<Long, Shown> shown(List<Long> ids) {
        Map<Long, Shown> found = new LinkedHashMap<>();
        jdbc.sql(SHOWN).param(array(ids)).query((ResultSet rs) -> {
            found.put(
                    rs.getLong("id"),
                    new Shown(
                            rs.getString("case_no"),
                            rs.getString("submission_no"),
                            rs.getString("summary"),
                            rs.getString("merchant_name"),
                            rs.getString("goods_detail")));
        });
        return found;
    }

    public Map<Long, String> stories(List<Long> ids) {
        Map<Long, String> found = new LinkedHashMap<>();
        jdbc.sql(STORIES).param(array(ids)).query((ResultSet rs) -> {
            found.put(rs.getLong(1), rs.getString(2));
        });
        return found;
    }

    /** Cases of whoever has this telephone, newest first; reporters are in no list of parties. */
    public List<Live> byPhone(String phone, @Nullable String own, int most) {
        return byParty("phone_index", index.candidates(BlindIndex.Kind.PHONE, phone), own, most);
    }

    /** Cases of whoever has this whole name. */
    public List<Live> byName(String name, @Nullable String own, int most) {
        return byParty("name_index", index.candidates(BlindIndex.Kind.NAME, name), own, most);
    }

    private List<Live> byParty(String column, List<byte[]> prints, @Nullable String own, int most) {
        return jdbc.sql("""
                        select id, kind, stage, agency_code, goods_code, received_at, handlers from casefile.case_file
                         where id in (select p.case_id from casefile.party p where p.%s = any (?))
                           and (?::text is null or ? = any (handlers))
                         order by received_at desc, id desc limit ?""".formatted(column))
                .params(java.util.Arrays.asList(prints.toArray(byte[][]::new), own, own, most))
                .query(HitRows::live)
                .list();
    }

    private static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    private static Live live(ResultSet rs, int n) throws SQLException {
        return new Live(
                rs.getLong("id"),
                rs.getString("kind"),
                rs.getString("stage"),
                rs.getString("agency_code"),
                rs.getString("goods_code"),
                rs.getTimestamp("received_at").toInstant(),
                List.of((String[]) rs.getArray("handlers").getArray()));
    }
}
