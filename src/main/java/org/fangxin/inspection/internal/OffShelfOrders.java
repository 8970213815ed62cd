package org.fangxin.inspection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.OrderRequest.Decision;
import org.fangxin.inspection.OrderRequest.Kind;
import org.fangxin.inspection.Sample;
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

    /** What an officer writes when he asks; {@code urgency}: why the goods cannot wait for somebody's confirmation. */
    public record Asked(
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
        if (sample.order() != null) {
            throw Problem.conflict("这批已经责令下架。", Map.of());
        }
        boolean urgent = asked.urgency() != null;
        Instant now = clock.instant();
        OrderRequest request = new OrderRequest(
                0,
                id,
                Kind.ORDER,
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

    /** Asks to lift an order: the re-test was fit. */
    @Transactional
    public Sample askLifting(long id, String reason, String law, SignedIn who) {
        Sample sample = find(id);
        inForce(sample);
        if (sample.unfit()) {
            throw Problem.forbiddenByLaw("复检合格的才能解除责令下架。请先登记复检申请和复检结果。", List.of());
        }
        SampleCheck.words("reason", reason, "解除的理由");
        SampleCheck.words("law", law, "依据的条款");
        OrderRequest request = new OrderRequest(
                0, id, Kind.LIFTING, reason, law, "", null, who.personId(), clock.instant(), null, null);
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
            inForce(sample);
            lift(sample, request.reason(), request.law(), request, decision);
        }
    }

    private void issue(Sample sample, OrderRequest request, Instant now) {
        int year = now.atZone(Fields.ZONE).getYear();
        int serial = samples.number(sample.agency(), "ORDER", year);
        Order order =
                new Order("", request.reason(), request.law(), request.quantity(), request.askedBy(), now, now, null);
        if (!orders.order(sample, order, year, serial)) {
            throw Problem.conflict("这批已经责令下架。", Map.of());
        }
        effects.ordered(sample, request.askedBy());
    }

    private void lift(Sample sample, String reason, String law, OrderRequest request, Decision decision) {
        int year = decision.at().atZone(Fields.ZONE).getYear();
        int serial = samples.number(sample.agency(), "LIFTING", year);
        Lifting lifting = new Lifting("", reason, law, request.askedBy(), decision.by(), decision.at());
        if (!orders.lift(sample, lifting, year, serial)) {
            throw Problem.conflict("责令下架已经解除。", Map.of());
        }
        effects.lifted(find(sample.id()));
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

    private static void inForce(Sample sample) {
        if (sample.order() == null || !sample.order().inForce()) {
            throw Problem.conflict(sample.order() == null ? "还没有责令下架，没有可以解除的。" : "责令下架已经解除。", Map.of());
        }
    }

    private Sample find(long id) {
        return samples.find(id).orElseThrow(Problem::notFound);
    }
}
