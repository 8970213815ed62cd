package org.fangxin.inspection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.OrderRequest.Decision;
import org.fangxin.inspection.OrderRequest.Kind;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.Addressee;
import org.fangxin.inspection.Sample.Lifting;
import org.fangxin.inspection.Sample.Order;
import org.fangxin.inspection.store.OrderStore;
import org.fangxin.inspection.store.SampleStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders a batch off the shelf and lifts the order: one asks, another decides; danger orders at once and is decided after. */
@Component
public class OffShelfOrders {
    private final SampleStore samples;
    private final OrderStore orders;
    private final OrderRule rule;
    private final OrderEffects effects;
    private final InstantSource clock;

    OffShelfOrders(SampleStore samples, OrderStore orders, OrderRule rule, OrderEffects effects, InstantSource clock) {
        this.samples = samples;
        this.orders = orders;
        this.rule = rule;
        this.effects = effects;
        this.clock = clock;
    }

    /** What an officer writes when he asks; {@code to}: whose shelves; {@code urgency}: why the goods cannot wait for somebody's confirmation. */
    public record Asked(
            Addressee to,
            String reason,
            String law,
            String quantity,
            @Nullable String urgency) {}

    /**
     * Asks for an order; with an urgency, or where the agency wants no second person, it is issued at once.
     *
     * @throws Problem 422 without an unfit result, 409 when it is ordered or asked already
     */
    @Transactional
    public Sample ask(long id, Asked asked, SignedIn who) {
        Sample sample = find(id);
        SampleCheck.live(sample);
        unfit(sample);
        SampleCheck.words("reason", asked.reason(), "下架的理由");
        SampleCheck.words("law", asked.law(), "依据的条款");
        SampleCheck.words("quantity", asked.quantity(), "涉及的数量");
        SampleCheck.addressee(sample, asked.to());
        if (sample.orderTo(asked.to()).isPresent()) {
            throw ordered(sample, asked.to());
        }
        boolean urgent = asked.urgency() != null;
        Instant now = clock.instant();
        OrderRequest request = new OrderRequest(
                0,
                id,
                Kind.ORDER,
                asked.to(),
                asked.reason(),
                asked.law(),
                asked.quantity(),
                asked.urgency(),
                who.personId(),
                now,
                urgent ? rule.confirmBy(sample, now) : null,
                null);
        boolean asks = urgent || rule.confirmedFirst(sample);
        if (asks) {
            keep(request);
        }
        if (urgent || !asks) {
            issue(sample, request, now);
        }
        return told(id, asks ? request : null);
    }

    /**
     * Asks to lift an order: the re-test was fit.
     *
     * @param orderId null for the order to the business where the sample was taken
     */
    @Transactional
    public Sample askLifting(long id, @Nullable Long orderId, String reason, String law, SignedIn who) {
        Sample sample = find(id);
        Order order = inForce(sample.orders().stream()
                .filter(one -> orderId == null ? one.to().sampled() : one.id() == orderId)
                .findFirst());
        if (sample.unfit()) {
            throw Problem.forbiddenByLaw("复检合格的才能解除责令下架。请先登记复检申请和复检结果。", List.of());
        }
        SampleCheck.words("reason", reason, "解除的理由");
        SampleCheck.words("law", law, "依据的条款");
        OrderRequest request = new OrderRequest(
                0, id, Kind.LIFTING, order.to(), reason, law, "", null, who.personId(), clock.instant(), null, null);
        keep(request);
        return told(id, request);
    }

    /**
     * Decides what somebody else asked. A yes issues the order or lifts it; a no to an urgent order lifts it at once (as PP
     * 36 has it of coercive measures).
     */
    @Transactional
    public Sample decide(long id, long requestId, boolean approved, String words, SignedIn who) {
        Sample sample = find(id);
        OrderRequest request = sample.requests().stream()
                .filter(one -> one.id() == requestId)
                .findFirst()
                .orElseThrow(Problem::notFound);
        rule.mayDecide(sample, request, who);
        if (!approved) {
            SampleCheck.words("words", words, "不同意的理由");
        }
        Instant now = clock.instant();
        Decision decision = new Decision(approved, who.personId(), now, words.isEmpty() ? "同意" : words);
        if (!orders.decide(requestId, decision)) {
            throw Problem.conflict("已经审批过，请刷新看看。", Map.of());
        }
        follow(sample, request, decision);
        effects.tellAsker(sample, request, approved, now);
        return find(id);
    }

    private void follow(Sample sample, OrderRequest request, Decision decision) {
        boolean order = request.kind() == Kind.ORDER;
        if (order && decision.approved() && !request.urgent()) {
            unfit(sample);
            issue(sample, request, decision.at());
        } else if (order && !decision.approved() && request.urgent()) {
            lift(sample, "紧急责令下架未获批准：" + decision.words(), request.law(), request, decision);
        } else if (!order && decision.approved()) {
            lift(sample, request.reason(), request.law(), request, decision);
        }
    }

    private void issue(Sample sample, OrderRequest request, Instant now) {
        int year = now.atZone(Fields.ZONE).getYear();
        int serial = samples.number(sample.agency(), "ORDER", year);
        Order order = new Order(
                0,
                request.to(),
                "",
                request.reason(),
                request.law(),
                request.quantity(),
                request.askedBy(),
                now,
                now,
                null);
        if (!orders.order(sample, order, year, serial)) {
            throw ordered(sample, request.to());
        }
        effects.ordered(sample, request.askedBy());
    }

    private void lift(Sample sample, String reason, String law, OrderRequest request, Decision decision) {
        Order order = inForce(sample.orderTo(request.to()));
        int year = decision.at().atZone(Fields.ZONE).getYear();
        int serial = samples.number(sample.agency(), "LIFTING", year);
        Lifting lifting = new Lifting("", reason, law, request.askedBy(), decision.by(), decision.at());
        if (!orders.lift(sample, order, lifting, year, serial)) {
            throw Problem.conflict("责令下架已经解除。", Map.of());
        }
        effects.lifted(find(sample.id()), request.to());
    }

    private void keep(OrderRequest request) {
        orders.ask(request)
                .orElseThrow(() -> Problem.conflict("已经提请“" + request.kind().chinese() + "”，还没有审批。", Map.of()));
    }

    private Sample told(long id, @Nullable OrderRequest request) {
        Sample sample = find(id);
        if (request != null) {
            effects.tellDeciders(sample, request);
        }
        return sample;
    }

    private static void unfit(Sample sample) {
        if (!sample.unfit()) {
            throw Problem.forbiddenByLaw("没有不合格的检验结果，不能责令下架。快检结果只能作为抽样检验的线索。", List.of());
        }
    }

    private static Order inForce(Optional<Order> found) {
        Order order = found.orElseThrow(() -> Problem.conflict("还没有责令下架，没有可以解除的。", Map.of()));
        if (!order.inForce()) {
            throw Problem.conflict("责令下架已经解除。", Map.of());
        }
        return order;
    }

    private static Problem ordered(Sample sample, Addressee to) {
        String party = to.party() == null ? sample.batch().merchant() : to.party();
        return Problem.conflict("“" + party + "”已经被责令下架这一批。另有经营者的，请写另一家的名称。", Map.of());
    }

    private Sample find(long id) {
        return samples.find(id).orElseThrow(Problem::notFound);
    }
}
