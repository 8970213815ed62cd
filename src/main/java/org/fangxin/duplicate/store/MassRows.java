package org.fangxin.duplicate.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open complaints of one business and one matter, within the thread's scope. */
@Component
public class MassRows {
    private static final int MOST_GROUPS = 20;
    private static final int MOST_CASES = 60;
    private static final String MERCHANT = "coalesce(c.merchant_uscc, c.merchant_name)";
    private static final String MATTER = "coalesce(c.goods_code, c.problem_code, '')";
    // of one agency by the index of its open cases; what a person has judged by then is left out
    private static final String OPEN = """
            c.closed_at is null and c.agency_code = ? and c.kind = 'COMPLAINT' and c.stage = 'RECEIVED'
            and not c.flags && array['JOINT'] and c.received_at >= ?
            and not exists (select from duplicate.not_joint n
                             where n.agency_code = c.agency_code and n.merchant = %s and n.matter = %s
                               and n.decided_at >= c.received_at)""".formatted(MERCHANT, MATTER);

    public record Group(String merchant, String matter) {}

    /** @param complainant fingerprint of the first complainant's telephone */
    public record Member(
            String caseNo, Instant receivedAt, String merchantName, String summary, String story, String complainant) {}

    private final JdbcClient jdbc;

    MassRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The largest first. */
    public List<Group> groups(String agency, Instant since, int from) {
        return jdbc.sql("select " + MERCHANT + " as merchant, " + MATTER + " as matter from casefile.case_file c where "
                        + OPEN + " group by 1, 2 having count(*) >= ? order by count(*) desc limit ?")
                .params(agency, Timestamp.from(since), from, MOST_GROUPS)
                .query((rs, n) -> new Group(rs.getString(1), rs.getString(2)))
                .list();
    }

    /** Earliest first. */
    public List<Member> members(String agency, Instant since, Group group) {
        return jdbc.sql("""
                        select c.case_no, c.received_at, c.merchant_name, c.summary,
                               (select t.body from casefile.journal j join casefile.act_text t on t.act_id = j.act_id
                                 where j.case_id = c.id and j.case_seq = 1 and t.field = 'content') as story,
                               (select encode(p.phone_index, 'hex') from casefile.party p
                                 where p.case_id = c.id and p.role = 'COMPLAINANT' order by p.party_id limit 1) as who
                          from casefile.case_file c where """ + " " + OPEN + " and " + MERCHANT + " = ? and " + MATTER
                        + " = ? order by c.received_at, c.id limit ?")
                .params(agency, Timestamp.from(since), group.merchant(), group.matter(), MOST_CASES)
                .query((rs, n) -> new Member(
                        rs.getString(1),
                        rs.getTimestamp(2).toInstant(),
                        rs.getString(3),
                        rs.getString(4),
                        text(rs.getString(5)),
                        text(rs.getString(6))))
                .list();
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }

    public void reject(String agency, Group group, String reasons, String by, Instant at) {
        jdbc.sql("""
                        insert into duplicate.not_joint (agency_code, merchant, matter, reasons, decided_by, decided_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(agency, group.merchant(), group.matter(), reasons, by, Timestamp.from(at))
                .update();
    }
}
