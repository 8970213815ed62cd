package org.fangxin.inspection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.fangxin.inspection.RapidTest;
import org.fangxin.inspection.SamplingPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sampling plans and rapid tests within the thread's scope. A plan counts the samples that its reader may see. */
@Component
public class SamplingStore {
    private static final String TEST = """
            select t.test_id, t.agency_code, t.place, t.tested_on, t.product, t.batch, t.merchant, t.item, t.fit,
                   exists (select from inspection.sample s where s.merchant = t.merchant
                              and s.product = t.product
                              and not exists (select from inspection.voided v where v.sample_id = s.sample_id)
                              and s.taken_at >= t.tested_on::timestamp at time zone 'Asia/Shanghai'),
                   t.by_person
              from inspection.rapid_test t""";

    private final JdbcClient jdbc;

    SamplingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(SamplingPlan plan, String by, Instant now) {
        jdbc.sql("""
                        insert into inspection.plan
                            (agency_code, title, from_day, to_day, goods, items, batches, places, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        plan.agency(),
                        plan.title(),
                        plan.from(),
                        plan.to(),
                        plan.goods(),
                        plan.items(),
                        plan.batches(),
                        plan.places(),
                        by,
                        Timestamp.from(now))
                .update();
    }

    /** The newest hundred. */
    public List<SamplingPlan> plans() {
        return jdbc.sql("""
                        select p.plan_id, p.agency_code, p.title, p.from_day, p.to_day, p.goods, p.items, p.batches, p.places,
                               count(s.sample_id), count(r.fit), count(*) filter (where not r.fit)
                          from inspection.plan p
                          left join inspection.sample s on s.plan_id = p.plan_id
                               and not exists (select from inspection.voided v where v.sample_id = s.sample_id)
                          left join lateral (select fit from inspection.result r where r.sample_id = s.sample_id
                                              order by retest desc limit 1) r on true
                         group by p.plan_id order by p.from_day desc, p.plan_id desc limit 100""")
                .query((rs, n) -> new SamplingPlan(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getDate(4).toLocalDate(),
                        rs.getDate(5).toLocalDate(),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getInt(8),
                        rs.getString(9),
                        rs.getInt(10),
                        rs.getInt(11),
                        rs.getInt(12)))
                .list();
    }

    public boolean exists(long plan) {
        return jdbc.sql("select exists (select from inspection.plan where plan_id = ?)")
                .param(plan)
                .query(Boolean.class)
                .single();
    }

    public void add(RapidTest test, Instant now) {
        jdbc.sql("""
                        insert into inspection.rapid_test
                            (agency_code, place, tested_on, product, batch, merchant, item, fit, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        test.agency(),
                        test.place(),
                        test.on(),
                        test.product(),
                        test.batch(),
                        test.merchant(),
                        test.item(),
                        test.fit(),
                        test.by(),
                        Timestamp.from(now)))
                .update();
    }

    /** The newest two hundred. */
    public List<RapidTest> tests() {
        return jdbc.sql(TEST + " order by t.tested_on desc, t.test_id desc limit 200")
                .query(SamplingStore::test)
                .list();
    }

    public List<RapidTest> tests(List<Long> ids) {
        return jdbc.sql(TEST + " where t.test_id = any (?)")
                .param(ids.toArray(Long[]::new))
                .query(SamplingStore::test)
                .list();
    }

    private static RapidTest test(ResultSet rs, int n) throws SQLException {
        return new RapidTest(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getDate(4).toLocalDate(),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getBoolean(9),
                rs.getBoolean(10),
                rs.getString(11));
    }
}
