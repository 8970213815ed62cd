package org.fangxin.inspection.store;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.Batch;
import org.fangxin.inspection.Sample.HandOver;
import org.fangxin.inspection.Sample.Item;
import org.fangxin.inspection.Sample.Kind;
import org.fangxin.inspection.Sample.Order;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.Sample.Step;
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
                   merchant_code, food, quantity, seal_no, place, taken_at, officers
              from inspection.sample s where\s""";

    /** A case that is about goods of the same business, as far as the reader sees it. */
    public record Related(String caseNo, String kind, String summary, LocalDate receivedOn) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SampleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static String sampleNo(int year, int serial) {
        return "抽〔" + year + "〕第" + serial + "号";
    }

    static String orderNo(int year, int serial) {
        return "下架〔" + year + "〕第" + serial + "号";
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
        return jdbc.sql(SAMPLE + "s.sample_id = ?")
                .param(id)
                .query(this::sample)
                .optional();
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
                        not exists (select from inspection.off_shelf o where o.sample_id = s.sample_id)
                          and coalesce((select not r.fit from inspection.result r where r.sample_id = s.sample_id
                                         order by r.retest desc limit 1), false)
                         order by taken_at, sample_id limit 200""").query(this::sample).list();
    }

    public List<Sample> ofCase(String caseNo) {
        return jdbc.sql(SAMPLE + "s.case_no = ? order by taken_at, sample_id")
                .param(caseNo)
                .query(this::sample)
                .list();
    }

    /** Samples of the same business that were not taken for this case. */
    public List<Sample> ofMerchantOf(String caseNo) {
        return jdbc.sql(SAMPLE + """
                        exists (select from casefile.case_file c where c.case_no = ?
                                   and (c.merchant_uscc = s.merchant_code or c.merchant_name = s.merchant))
                          and s.case_no is distinct from ? order by taken_at desc, sample_id desc limit 50""").params(caseNo, caseNo).query(this::sample).list();
    }

    /** Cases about the same business that the reader may see, the newest first. */
    public List<Related> cases(Sample sample) {
        return jdbc.sql("""
                        select case_no, kind, summary, received_at from casefile.case_file
                         where merchant_uscc = ? or merchant_name = ? order by received_at desc limit 50""")
                .params(Arrays.asList(
                        sample.batch().merchantCode(), sample.batch().merchant()))
                .query((rs, n) -> {
                    LocalDate on = rs.getTimestamp(4)
                            .toInstant()
                            .atZone(org.fangxin.casefile.Fields.ZONE)
                            .toLocalDate();
                    return new Related(rs.getString(1), rs.getString(2), rs.getString(3), on);
                })
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

    /** @return false when there is an order already */
    public boolean order(Sample sample, Order order, int year, int serial) {
        return jdbc.sql("""
                                insert into inspection.off_shelf
                                    (sample_id, agency_code, year, serial, reason, law, quantity, issued_by, issued_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sample_id) do nothing""")
                        .params(
                                sample.id(),
                                sample.agency(),
                                year,
                                serial,
                                order.reason(),
                                order.law(),
                                order.quantity(),
                                order.issuedBy(),
                                Timestamp.from(order.issuedAt()))
                        .update()
                == 1;
    }

    public void step(long id, Step step) {
        jdbc.sql("""
                        insert into inspection.step (sample_id, kind, on_day, party, on_hand, off_shelf, recalled, destroyed,
                            words, due_on, attachments, by_person, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        step.kind().name(),
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
        long plan = rs.getLong(6);
        return new Sample(
                id,
                sampleNo(rs.getInt(3), rs.getInt(4)),
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
                order(id, results).orElse(null),
                steps(id));
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

    /** Its term counts from the first result that was unfit. */
    private Optional<Order> order(long id, List<Result> results) {
        Instant unfit = results.stream()
                .filter(one -> !one.fit())
                .findFirst()
                .map(Result::receivedAt)
                .orElse(Instant.EPOCH);
        return jdbc.sql("""
                        select year, serial, reason, law, quantity, issued_by, issued_at
                          from inspection.off_shelf where sample_id = ?""")
                .param(id)
                .query((rs, n) -> new Order(
                        orderNo(rs.getInt(1), rs.getInt(2)),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getTimestamp(7).toInstant(),
                        unfit.plusSeconds(86_400)))
                .optional();
    }

    private List<Step> steps(long id) {
        return jdbc.sql("""
                        select kind, on_day, party, on_hand, off_shelf, recalled, destroyed, words, due_on, attachments,
                               by_person, at from inspection.step where sample_id = ? order by step_id""").param(id).query(SampleStore::step).list();
    }

    private static Step step(ResultSet rs, int n) throws SQLException {
        Date due = rs.getDate(9);
        return new Step(
                Kind.valueOf(rs.getString(1)),
                rs.getDate(2).toLocalDate(),
                rs.getString(3),
                amount(rs, 4),
                amount(rs, 5),
                amount(rs, 6),
                amount(rs, 7),
                rs.getString(8),
                due == null ? null : due.toLocalDate(),
                List.of((String[]) rs.getArray(10).getArray()),
                rs.getString(11),
                rs.getTimestamp(12).toInstant());
    }

    private static @Nullable BigDecimal amount(ResultSet rs, int column) throws SQLException {
        return rs.getBigDecimal(column);
    }
}
