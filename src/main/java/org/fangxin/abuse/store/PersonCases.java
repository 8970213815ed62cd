package org.fangxin.abuse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Complaints of whoever complains in a case, known by fingerprints alone, within the thread's scope. */
@Component
public class PersonCases {
    private static final int MOST = 300;
    // one's own consumption has been shown: papers were handed in, the agency accepted it, or somebody acts for the
    // person
    private static final String OF_COMPLAINANTS = """
            with mine as (
                select p.phone_index, p.id_number_index, p.name_index, a.address_mac from casefile.party p
                  join casefile.case_file c on c.id = p.case_id
                  left join abuse.address_print a on a.case_no = c.case_no and a.party_id = p.party_id
                 where c.case_no = ? and c.kind = 'COMPLAINT' and p.role = 'COMPLAINANT'),
            near as (
                (select o.case_id, o.party_id from mine
                  cross join lateral (select x.case_id, x.party_id from casefile.party x
                                       where x.phone_index = mine.phone_index and x.role = 'COMPLAINANT'
                                       order by x.case_id desc limit ?) o)
                union
                (select o.case_id, o.party_id from mine
                  cross join lateral (select x.case_id, x.party_id from casefile.party x
                                       where x.id_number_index = mine.id_number_index and x.role = 'COMPLAINANT'
                                       order by x.case_id desc limit ?) o)
                union
                (select c.id, o.party_id from mine
                  cross join lateral (select x.case_no, x.party_id from abuse.address_print x
                                       where x.address_mac = mine.address_mac
                                       order by x.received_at desc limit ?) o
                  join casefile.case_file c on c.case_no = o.case_no))
            select c.case_no, c.received_at, c.goods_code, c.problem_code, c.goods_detail,
                   (select t.body from casefile.journal j join casefile.act_text t on t.act_id = j.act_id
                     where j.case_id = c.id and j.case_seq = 1 and t.field = 'content') as story,
                   exists (select from mine join abuse.address_print a on a.address_mac = mine.address_mac
                            where a.case_no = c.case_no and a.party_id = p.party_id) as same_address,
                   coalesce(c.merchant_uscc, c.merchant_name) as merchant, encode(p.name_index, 'hex') as name,
                   exists (select from mine where mine.phone_index = p.phone_index) as same_phone,
                   exists (select from mine where mine.id_number_index = p.id_number_index
                              or (mine.phone_index = p.phone_index and mine.name_index = p.name_index)) as same_person,
                   c.stage in ('ACCEPTED', 'MEDIATING', 'AGREED', 'TERMINATED')
                       or c.flags && array['AGENT', 'JOINT']
                       or exists (select from casefile.case_attachment a where a.case_id = c.id) as shown
              from near
              join casefile.party p on p.case_id = near.case_id and p.party_id = near.party_id
              join casefile.case_file c on c.id = near.case_id
             where c.received_at >= ? and c.kind = 'COMPLAINT'
             order by c.received_at desc, c.id desc""";

    /**
     * A complaint.
     *
     * @param name fingerprint of the complainant's name
     * @param sameAddress whether the complainant lives where one of the case's does
     * @param shown whether it shows consumption of one's own
     */
    public record One(
            String caseNo,
            Instant receivedAt,
            String merchant,
            @Nullable String goods,
            @Nullable String problem,
            String name,
            boolean samePhone,
            boolean samePerson,
            boolean sameAddress,
            boolean shown,
            @Nullable String goodsDetail,
            String story) {}

    private final JdbcClient jdbc;

    PersonCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, the case itself among them; nobody's of a report. */
    public List<One> of(String caseNo, Instant since) {
        return jdbc.sql(OF_COMPLAINANTS)
                .params(caseNo, MOST, MOST, MOST, Timestamp.from(since))
                .query(PersonCases::one)
                .list();
    }

    private static One one(ResultSet rs, int n) throws SQLException {
        String name = rs.getString("name");
        String story = rs.getString("story");
        return new One(
                rs.getString("case_no"),
                rs.getTimestamp("received_at").toInstant(),
                rs.getString("merchant"),
                rs.getString("goods_code"),
                rs.getString("problem_code"),
                name == null ? "" : name,
                rs.getBoolean("same_phone"),
                rs.getBoolean("same_person"),
                rs.getBoolean("same_address"),
                rs.getBoolean("shown"),
                rs.getString("goods_detail"),
                story == null ? "" : story);
    }
}
