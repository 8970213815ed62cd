package org.fangxin.inspection.store;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CasesByWords;
import org.fangxin.casefile.Fields;
import org.fangxin.inspection.Relation;
import org.fangxin.inspection.Sample;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases and batches that belong together, asked from both sides within the thread's scope: a report does not exist for who
 * does not see it. Looks at what the case is about, its narrative and what was supplied; see migration V1452. A case is
 * found from a batch by the words that search keeps, so one that was written a moment ago is found a moment later.
 */
@Component
public class RelatedStore {
    /** A case near a sample. */
    public record Related(String caseNo, String kind, String summary, LocalDate receivedOn, Relation why) {}

    /** A sample or a rapid test near a case. */
    public record Near(long id, Relation why) {}

    private static final String STORY = """
            cross join lateral (
                select concat_ws(' ', c.goods_detail, c.summary) as own,
                       concat_ws(' ', c.goods_detail, c.summary, (select string_agg(t.body, ' ') from casefile.act_text t
                           where t.case_id = c.id and t.field in ('content', 'text'))) as story) w
            """;
    private static final String RANK =
            " order by array_position(array['SAME_BATCH', 'BUSINESS_GOODS', 'SAME_BUSINESS', 'SAME_GOODS'], why), ";

    /** Of goods the newest so many. */
    private static final int OF_GOODS = 500;

    /**
     * Candidates by id and by business, each by its index; what they say is compared for those alone. Of a business the
     * newest five hundred: a platform has more than anybody looks through.
     */
    static final String CASES = """
            select case_no, kind, summary, received_at, why from (
                select c.*, inspection.relation(w.story, w.own, ?, ?, b.same) as why
                  from casefile.case_file c
                  cross join lateral (select coalesce(c.merchant_uscc = ?, false) or c.merchant_name = ? as same) b
            """ + STORY + """
                 where c.id in (
                        select unnest(?::bigint[])
                        union all (select u.id from casefile.case_file u where u.merchant_uscc = ?
                                    order by u.received_at desc limit 500)
                        union all (select n.id from casefile.case_file n where n.merchant_name = ?
                                    order by n.received_at desc limit 500))
                   and (b.same or c.received_at between ?::timestamptz - interval '1 year'
                                                    and ?::timestamptz + interval '2 years')
                   and c.case_no is distinct from ?) found
             where why is not null""" + RANK + "received_at desc limit 50";

    private final JdbcClient jdbc;
    private final CasesByWords words;

    RelatedStore(JdbcClient jdbc, CasesByWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** The strongest reason first, then the newest; of other businesses those from a year before to two years after. */
    public List<Related> cases(Sample sample) {
        return jdbc.sql(CASES)
                .params(parameters(sample, candidates(sample.batch())))
                .query((rs, n) -> new Related(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant().atZone(Fields.ZONE).toLocalDate(),
                        Relation.valueOf(rs.getString(5))))
                .list();
    }

    /** Whatever names the batch, and the newest that name the goods: the one is rare, the other may be on every third page. */
    private Set<Long> candidates(Sample.Batch batch) {
        Set<Long> ids = new LinkedHashSet<>(words.holding(BatchWords.of(batch)));
        words.holding(List.of(batch.product())).stream().limit(OF_GOODS).forEach(ids::add);
        return ids;
    }

    static List<Object> parameters(Sample sample, Collection<Long> candidates) {
        Sample.Batch batch = sample.batch();
        Timestamp taken = Timestamp.from(sample.takenAt());
        return Arrays.asList(
                batch.product(),
                batch.batch(),
                batch.merchantCode(),
                batch.merchant(),
                candidates.toArray(Long[]::new),
                batch.merchantCode(),
                batch.merchant(),
                taken,
                taken,
                sample.caseNo());
    }

    /** Samples that were not taken for this case; none that was voided. */
    public List<Near> samples(String caseNo) {
        return jdbc.sql("""
                        select sample_id, why from (
                            select s.sample_id, s.taken_at, inspection.relation(w.story, w.own, s.product, s.batch,
                                       coalesce(c.merchant_uscc = s.merchant_code, false) or c.merchant_name = s.merchant) as why
                              from casefile.case_file c
                        """ + STORY + """
                              join inspection.sample s on s.case_no is distinct from c.case_no
                               and not exists (select from inspection.voided v where v.sample_id = s.sample_id)
                             where c.case_no = ?) found
                         where why is not null""" + RANK + "taken_at desc, sample_id desc limit 50")
                .param(caseNo)
                .query((rs, n) -> new Near(rs.getLong(1), Relation.valueOf(rs.getString(2))))
                .list();
    }

    /** Rapid tests; they know a business by its name alone. */
    public List<Near> tests(String caseNo) {
        return jdbc.sql("""
                        select test_id, why from (
                            select r.test_id, r.tested_on, inspection.relation(
                                       w.story, w.own, r.product, coalesce(r.batch, ''), c.merchant_name = r.merchant) as why
                              from casefile.case_file c
                        """ + STORY + """
                              cross join inspection.rapid_test r
                             where c.case_no = ?) found
                         where why is not null""" + RANK + "tested_on desc, test_id desc limit 50")
                .param(caseNo)
                .query((rs, n) -> new Near(rs.getLong(1), Relation.valueOf(rs.getString(2))))
                .list();
    }
}
