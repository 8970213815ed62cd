package org.fangxin.inspection.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.Batch;
import org.fangxin.inspection.Sample.HandOver;
import org.fangxin.inspection.Sample.Item;
import org.fangxin.inspection.Sample.Kind;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.Sample.Step;
import org.fangxin.inspection.Sample.Voiding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Samples within the thread's scope: one that belongs to a case only for whoever sees the case. */
@Component
public class SampleStore {
    private static final String SAMPLE = """
            select sample_id, agency_code, year, serial, case_no, plan_id, product, batch, producer, merchant,
                   merchant_code, food, quantity, seal_no, place, taken_at, officers, v.reason, v.by_person, v.at
              from inspection.sample s left join inspection.voided v using (sample_id) where\s""";

    private final JdbcClient jdbc;
    private final OrderStore orders;
    private final JsonMapper json;

    SampleStore(JdbcClient jdbc, OrderStore orders, JsonMapper json) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.json = json;
    }

    /** The next number of the agency's year; in the transaction that keeps what it numbers, or it would leave a gap. */
    public int number(String agency, String kind, int year) {
        return jdbc.sql("""
                        insert into inspection.series as s (agency_code, kind, year, last) values (?, ?, ?, 1)
                        on conflict (agency_code, kind, year) do update set last = s.last + 1
                        returning last""").params(agency, kind, year).query(Integer.class).single();
    }

    public long add(Sample sample, int year, int serial, String by) {
        Batch batch = sample.batch();
        return jdbc.sql("""
                        insert into inspection.sample (agency_code, year, serial, case_no, plan_id, product, batch, producer,
                            merchant, merchant_code, food, quantity, seal_no, place, taken_at, officers, by_person)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning sample_id""")
                .params(Arrays.asList(
                        sample.agency(),
                        year,
                        serial,
                        sample.caseNo(),
                        sample.planId(),
                        batch.product(),
                        batch.batch(),
                        batch.producer(),
                        batch.merchant(),
                        batch.merchantCode(),
                        batch.food(),
                        batch.quantity(),
                        sample.sealNo(),
                        sample.place(),
                        Timestamp.from(sample.takenAt()),
                        sample.officers().toArray(String[]::new),
                        by))
                .query(Long.class)
                .single();
    }

    public Optional<Sample> find(long id) {
        return jdbc.sql(SAMPLE + "sample_id = ?").param(id).query(this::sample).optional();
    }

    /** The newest two hundred. */
    public List<Sample> all() {
        return jdbc.sql(SAMPLE + "true order by taken_at desc, sample_id desc limit 200")
                .query(this::sample)
                .list();
    }

    /** Those whose result is unfit and for which no order was issued yet, the most urgent first. */
    public List<Sample> withoutOrder() {
        return jdbc.sql(SAMPLE + """
                        v.at is null and not exists (select from inspection.off_shelf o
                                            where o.sample_id = s.sample_id and o.relation = 'SAMPLED')
                          and coalesce((select not r.fit from inspection.result r where r.sample_id = s.sample_id
                                         order by r.retest desc limit 1), false)
                         order by taken_at, sample_id limit 200""").query(this::sample).list();
    }

    /** Those of which an order or a lifting waits for a second person, the longest first. */
    public List<Sample> waiting() {
        return jdbc.sql(SAMPLE + """
                        exists (select from inspection.request q where q.sample_id = s.sample_id and q.approved is null)
                         order by (select min(q.asked_at) from inspection.request q
                                    where q.sample_id = s.sample_id and q.approved is null) limit 200""").query(this::sample).list();
    }

    /** Those with an order in force that its business has not answered. */
    public List<Sample> ordered() {
        return jdbc.sql(SAMPLE + """
                        exists (select from inspection.off_shelf o where o.sample_id = s.sample_id
                          and not exists (select from inspection.lifting l where l.order_id = o.order_id)
                          and not exists (select from inspection.step t
                                           where t.order_id = o.order_id and t.kind = 'ANSWERED'))
                         order by sample_id limit 1000""").query(this::sample).list();
    }

    /** Nothing follows from now on; the database refuses when something followed already. */
    public void voided(long id, Voiding one) {
        jdbc.sql("insert into inspection.voided (sample_id, reason, by_person, at) values (?, ?, ?, ?)")
                .params(id, one.reason(), one.by(), Timestamp.from(one.at()))
                .update();
    }

    public List<Sample> ofCase(String caseNo) {
        return jdbc.sql(SAMPLE + "s.case_no = ? order by taken_at, sample_id")
                .param(caseNo)
                .query(this::sample)
                .list();
    }

    public void handOver(long id, HandOver one) {
        jdbc.sql("""
                        insert into inspection.custody
                            (sample_id, from_holder, to_holder, lab, paper_no, at, seal_intact, note, by_person)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        one.from(),
                        one.to(),
                        one.lab(),
                        one.paperNo(),
                        Timestamp.from(one.at()),
                        one.sealIntact(),
                        one.note(),
                        one.by()))
                .update();
    }

    /** @return false when there is such a result already */
    public boolean result(long id, Result one) {
        return jdbc.sql("""
                                insert into inspection.result
                                    (sample_id, retest, lab, report_no, reported_on, received_at, fit, items, by_person)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sample_id, retest) do nothing""")
                        .params(
                                id,
                                one.retest(),
                                one.lab(),
                                one.reportNo(),
                                one.reportedOn(),
                                Timestamp.from(one.receivedAt()),
                                one.fit(),
                                json.writeValueAsString(one.items()),
                                one.by())
                        .update()
                == 1;
    }

    public void step(long id, Step step) {
        jdbc.sql("""
                        insert into inspection.step (sample_id, kind, order_id, on_day, party, on_hand, off_shelf, recalled,
                            destroyed, words, due_on, attachments, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        step.kind().name(),
                        step.orderId(),
                        step.on(),
                        step.party(),
                        step.onHand(),
                        step.offShelf(),
                        step.recalled(),
                        step.destroyed(),
                        step.words(),
                        step.dueOn(),
                        step.attachments().toArray(String[]::new),
                        step.by(),
                        Timestamp.from(step.at())))
                .update();
    }

    private Sample sample(ResultSet rs, int n) throws SQLException {
        long id = rs.getLong(1);
        List<Result> results = results(id);
        List<Step> steps = steps(id);
        long plan = rs.getLong(6);
        return new Sample(
                id,
                Numbers.sample(rs.getInt(3), rs.getInt(4)),
                rs.getString(2),
                rs.getString(5),
                plan == 0 ? null : plan,
                new Batch(
                        rs.getString(7),
                        rs.getString(8),
                        rs.getString(9),
                        rs.getString(10),
                        rs.getString(11),
                        rs.getBoolean(12),
                        rs.getString(13)),
                rs.getString(14),
                rs.getString(15),
                rs.getTimestamp(16).toInstant(),
                List.of((String[]) rs.getArray(17).getArray()),
                custody(id),
                results,
                orders.of(id, results, steps),
                steps,
                orders.requests(id),
                voiding(rs));
    }

    private static @Nullable Voiding voiding(ResultSet rs) throws SQLException {
        Timestamp at = rs.getTimestamp(20);
        return at == null ? null : new Voiding(rs.getString(18), rs.getString(19), at.toInstant());
    }

    private List<HandOver> custody(long id) {
        return jdbc.sql("""
                        select from_holder, to_holder, lab, paper_no, at, seal_intact, note, by_person
                          from inspection.custody where sample_id = ? order by custody_id""")
                .param(id)
                .query((rs, n) -> new HandOver(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getBoolean(3),
                        rs.getString(4),
                        rs.getTimestamp(5).toInstant(),
                        rs.getBoolean(6),
                        rs.getString(7),
                        rs.getString(8)))
                .list();
    }

    private List<Result> results(long id) {
        return jdbc.sql("""
                        select retest, lab, report_no, reported_on, received_at, fit, items, by_person
                          from inspection.result where sample_id = ? order by retest""")
                .param(id)
                .query((rs, n) -> new Result(
                        rs.getBoolean(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getDate(4).toLocalDate(),
                        rs.getTimestamp(5).toInstant(),
                        rs.getBoolean(6),
                        json.readValue(rs.getString(7), new TypeReference<List<Item>>() {}),
                        rs.getString(8)))
                .list();
    }

    private List<Step> steps(long id) {
        return jdbc.sql("""
                        select kind, order_id, on_day, party, on_hand, off_shelf, recalled, destroyed, words, due_on,
                               attachments, by_person, at from inspection.step where sample_id = ? order by step_id""").param(id).query(SampleStore::step).list();
    }

    private static Step step(ResultSet rs, int n) throws SQLException {
        Date due = rs.getDate("due_on");
        return new Step(
                Kind.valueOf(rs.getString("kind")),
                rs.getObject("order_id", Long.class),
                rs.getDate("on_day").toLocalDate(),
                rs.getString("party"),
                rs.getBigDecimal("on_hand"),
                rs.getBigDecimal("off_shelf"),
                rs.getBigDecimal("recalled"),
                rs.getBigDecimal("destroyed"),
                rs.getString("words"),
                due == null ? null : due.toLocalDate(),
                List.of((String[]) rs.getArray("attachments").getArray()),
                rs.getString("by_person"),
                rs.getTimestamp("at").toInstant());
    }
}
