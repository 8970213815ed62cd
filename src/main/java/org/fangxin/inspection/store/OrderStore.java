package org.fangxin.inspection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.OrderRequest.Decision;
import org.fangxin.inspection.OrderRequest.Kind;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.Addressee;
import org.fangxin.inspection.Sample.Lifting;
import org.fangxin.inspection.Sample.Order;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.Sample.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders off the shelf, their liftings, and how both were asked and decided. */
@Component
public class OrderStore {
    private static final long DAY = 86_400;

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when one of the kind waits already */
    public Optional<Long> ask(OrderRequest one) {
        return jdbc.sql("""
                        insert into inspection.request
                            (sample_id, kind, relation, party, party_code, reason, law, quantity, urgency, asked_by, asked_at,
                             due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (sample_id, kind, coalesce(party, '')) where approved is null do nothing
                        returning request_id""")
                .params(Arrays.asList(
                        one.sampleId(),
                        one.kind().name(),
                        one.to().relation().name(),
                        one.to().party(),
                        one.to().code(),
                        one.reason(),
                        one.law(),
                        one.quantity(),
                        one.urgency(),
                        one.askedBy(),
                        Timestamp.from(one.askedAt()),
                        one.dueAt() == null ? null : Timestamp.from(one.dueAt())))
                .query(Long.class)
                .optional();
    }

    /** @return false when somebody decided meanwhile */
    public boolean decide(long request, Decision decision) {
        return jdbc.sql("""
                                update inspection.request set approved = ?, decided_by = ?, decided_at = ?, words = ?
                                 where request_id = ? and approved is null""")
                        .params(
                                decision.approved(),
                                decision.by(),
                                Timestamp.from(decision.at()),
                                decision.words(),
                                request)
                        .update()
                == 1;
    }

    /** @return false when there is an order to this business already */
    public boolean order(Sample sample, Order order, int year, int serial) {
        return jdbc.sql("""
                                insert into inspection.off_shelf
                                    (sample_id, relation, party, party_code, agency_code, year, serial, reason, law,
                                     quantity, issued_by, issued_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (sample_id, coalesce(party, '')) do nothing""")
                        .params(Arrays.asList(
                                sample.id(),
                                order.to().relation().name(),
                                order.to().party(),
                                order.to().code(),
                                sample.agency(),
                                year,
                                serial,
                                order.reason(),
                                order.law(),
                                order.quantity(),
                                order.issuedBy(),
                                Timestamp.from(order.issuedAt())))
                        .update()
                == 1;
    }

    /** @return false when it was lifted already */
    public boolean lift(Sample sample, Order order, Lifting one, int year, int serial) {
        return jdbc.sql("""
                                insert into inspection.lifting
                                    (sample_id, order_id, agency_code, year, serial, reason, law, asked_by, decided_by, at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (order_id) do nothing""")
                        .params(
                                sample.id(),
                                order.id(),
                                sample.agency(),
                                year,
                                serial,
                                one.reason(),
                                one.law(),
                                one.askedBy(),
                                one.decidedBy(),
                                Timestamp.from(one.at()))
                        .update()
                == 1;
    }

    /** The term counts from the first result that was unfit; for who was found by a trace, from when that was noted. */
    List<Order> of(long sample, List<Result> results, List<Step> steps) {
        Instant unfit = results.stream()
                .filter(one -> !one.fit())
                .findFirst()
                .map(Result::receivedAt)
                .orElse(Instant.EPOCH);
        return jdbc.sql("""
                        select o.year, o.serial, o.reason, o.law, o.quantity, o.issued_by, o.issued_at,
                               l.year, l.serial, l.reason, l.law, l.asked_by, l.decided_by, l.at,
                               o.order_id, o.relation, o.party, o.party_code
                          from inspection.off_shelf o left join inspection.lifting l using (order_id)
                         where o.sample_id = ? order by o.order_id""")
                .param(sample)
                .query((rs, n) -> order(rs, steps, unfit))
                .list();
    }

    private static Order order(ResultSet rs, List<Step> steps, Instant unfit) throws SQLException {
        Addressee to = addressee(rs);
        return new Order(
                rs.getLong("order_id"),
                to,
                Numbers.order(rs.getInt(1), rs.getInt(2)),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getTimestamp(7).toInstant(),
                known(to, steps, unfit).plusSeconds(DAY),
                lifting(rs));
    }

    /** Since when it was known that the batch is there. */
    private static Instant known(Addressee to, List<Step> steps, Instant unfit) {
        return steps.stream()
                .filter(step -> step.kind() == Sample.Kind.UPSTREAM || step.kind() == Sample.Kind.DOWNSTREAM)
                .filter(step -> to.party() != null && to.party().equals(step.party()))
                .map(Step::at)
                .filter(at -> at.isAfter(unfit))
                .findFirst()
                .orElse(unfit);
    }

    private static Addressee addressee(ResultSet rs) throws SQLException {
        return new Addressee(
                Sample.Relation.valueOf(rs.getString("relation")), rs.getString("party"), rs.getString("party_code"));
    }

    private static @Nullable Lifting lifting(ResultSet rs) throws SQLException {
        Timestamp at = rs.getTimestamp(14);
        return at == null
                ? null
                : new Lifting(
                        Numbers.lifting(rs.getInt(8), rs.getInt(9)),
                        rs.getString(10),
                        rs.getString(11),
                        rs.getString(12),
                        rs.getString(13),
                        at.toInstant());
    }

    List<OrderRequest> requests(long sample) {
        return jdbc.sql("""
                        select request_id, kind, reason, law, quantity, urgency, asked_by, asked_at, due_at,
                               approved, decided_by, decided_at, words, relation, party, party_code
                          from inspection.request where sample_id = ? order by request_id""")
                .param(sample)
                .query((rs, n) -> {
                    Timestamp due = rs.getTimestamp(9);
                    return new OrderRequest(
                            rs.getLong(1),
                            sample,
                            Kind.valueOf(rs.getString(2)),
                            addressee(rs),
                            rs.getString(3),
                            rs.getString(4),
                            rs.getString(5),
                            rs.getString(6),
                            rs.getString(7),
                            rs.getTimestamp(8).toInstant(),
                            due == null ? null : due.toInstant(),
                            decision(rs));
                })
                .list();
    }

    private static @Nullable Decision decision(ResultSet rs) throws SQLException {
        boolean approved = rs.getBoolean(10);
        return rs.wasNull()
                ? null
                : new Decision(approved, rs.getString(11), rs.getTimestamp(12).toInstant(), rs.getString(13));
    }
}
