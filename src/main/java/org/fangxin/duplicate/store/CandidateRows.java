package org.fangxin.duplicate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.duplicate.Likely.Why;
import org.fangxin.duplicate.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that may be the same matter, each within the thread's scope, by one index each. Reporters are in no list of parties. */
@Component
public class CandidateRows {
    private static final String STORY = """
            (select t.body from casefile.journal j join casefile.act_text t on t.act_id = j.act_id
              where j.case_id = c.id and j.case_seq = 1 and t.field = 'content')""";
    private static final String ROW = "select c.id, c.case_no, c.submission_no, c.kind, c.stage, c.agency_code,"
            + " c.received_at, c.merchant_name, c.merchant_uscc, c.goods_code, c.goods_detail, " + STORY
            + " as story from casefile.case_file c where ";
    private static final String OF_PRINT = """
            select p.case_id from casefile.party p
             where p.%1$s = any (?) and p.role = 'COMPLAINANT' order by p.case_id desc limit ?""";
    private static final String SHARED = """
            select p.case_id from casefile.party mine
             cross join lateral (
                   select other.case_id from casefile.party other
                    where other.%1$s = mine.%1$s and other.role = 'COMPLAINANT' and other.case_id <> mine.case_id
                    order by other.case_id desc limit ?) p
             where mine.case_id = ? and mine.role = 'COMPLAINANT' and mine.%1$s is not null""";

    /** A case beside what was told of it. */
    public record Row(
            long id,
            String caseNo,
            String submissionNo,
            Kind kind,
            Stage stage,
            String agency,
            Instant receivedAt,
            Told told) {}

    private final JdbcClient jdbc;
    private final BlindIndex index;

    CandidateRows(JdbcClient jdbc, BlindIndex index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /** The newest of a business, by its code and by its name as written. */
    public List<Long> ofMerchant(@Nullable String uscc, @Nullable String name, Instant since, int most) {
        List<Long> found = new java.util.ArrayList<>();
        if (uscc != null) {
            found.addAll(newest("merchant_uscc", uscc, since, most));
        }
        if (name != null) {
            found.addAll(newest("merchant_name", name, since, most));
        }
        return found;
    }

    private List<Long> newest(String column, String value, Instant since, int most) {
        return jdbc.sql("select id from casefile.case_file where " + column
                        + " = ? and received_at >= ? order by received_at desc limit ?")
                .params(value, Timestamp.from(since), most)
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    /** The newest complaints of whoever has this telephone or ID number. */
    public Map<Long, Set<Why>> ofPerson(@Nullable String phone, @Nullable String idNumber, int most) {
        Map<Long, Set<Why>> found = new HashMap<>();
        if (phone != null) {
            note(found, Why.SAME_PHONE, print("phone_index", BlindIndex.Kind.PHONE, phone, most));
        }
        if (idNumber != null) {
            note(found, Why.SAME_ID_NUMBER, print("id_number_index", BlindIndex.Kind.ID_NUMBER, idNumber, most));
        }
        return found;
    }

    private List<Long> print(String column, BlindIndex.Kind kind, String value, int most) {
        return jdbc.sql(OF_PRINT.formatted(column))
                .params(index.candidates(kind, value).toArray(byte[][]::new), most)
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    /** Complaints by a complainant of this case, known by telephone or ID number. */
    public Map<Long, Set<Why>> ofComplainantsOf(long caseId, int most) {
        Map<Long, Set<Why>> found = new HashMap<>();
        note(found, Why.SAME_PHONE, shared("phone_index", caseId, most));
        note(found, Why.SAME_ID_NUMBER, shared("id_number_index", caseId, most));
        return found;
    }

    private List<Long> shared(String column, long caseId, int most) {
        return jdbc.sql(SHARED.formatted(column))
                .params(most, caseId)
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    private static void note(Map<Long, Set<Why>> found, Why why, List<Long> ids) {
        ids.forEach(id ->
                found.computeIfAbsent(id, none -> EnumSet.noneOf(Why.class)).add(why));
    }

    public List<Row> rows(Collection<Long> ids) {
        return jdbc.sql(ROW + "c.id = any (?)")
                .param(ids.toArray(Long[]::new))
                .query(CandidateRows::row)
                .list();
    }

    public List<Row> numbered(Collection<String> caseNos) {
        return jdbc.sql(ROW + "c.case_no = any (?)")
                .param(caseNos.toArray(String[]::new))
                .query(CandidateRows::row)
                .list();
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        String story = rs.getString("story");
        return new Row(
                rs.getLong("id"),
                rs.getString("case_no"),
                rs.getString("submission_no"),
                Kind.valueOf(rs.getString("kind")),
                Stage.valueOf(rs.getString("stage")),
                rs.getString("agency_code"),
                rs.getTimestamp("received_at").toInstant(),
                new Told(
                        rs.getString("merchant_name"),
                        rs.getString("merchant_uscc"),
                        rs.getString("goods_detail"),
                        rs.getString("goods_code"),
                        story == null ? "" : story));
    }
}
