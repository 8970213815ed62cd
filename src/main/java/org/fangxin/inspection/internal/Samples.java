package org.fangxin.inspection.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.HandOver;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.store.SampleStore;
import org.fangxin.inspection.store.SamplingStore;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A sample from its taking to what follows the order; what it does to its case is {@link CaseClocks}'. */
@Component
public class Samples {
    static final String PP = "《市场监督管理行政处罚程序规定》";

    private final SampleStore store;
    private final SamplingStore plans;
    private final Surroundings around;
    private final CaseClocks clocks;
    private final InstantSource clock;

    Samples(SampleStore store, SamplingStore plans, Surroundings around, CaseClocks clocks, InstantSource clock) {
        this.store = store;
        this.plans = plans;
        this.around = around;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** What a sample needs to know of cases and agencies. */
    @Component
    record Surroundings(CaseFiles cases, Agencies agencies) {
        String holder(SignedIn who) {
            return agencies.actingFor(who.agencyCode()).code();
        }
    }

    /**
     * Takes a sample: two officers, sealed, of one batch (PP 31).
     *
     * @param taken id, number, agency, custody and what follows count for nothing
     * @throws Problem 404 for a case that may not be seen, 422 for what is missing
     */
    @Transactional
    public Sample take(Sample taken, SignedIn who) {
        String caseNo = taken.caseNo();
        String agency = around.holder(who);
        if (caseNo != null) {
            CaseState state = around.cases().find(caseNo).orElseThrow(Problem::notFound);
            agency = around.agencies().actingFor(state.agency()).code();
        }
        if (taken.planId() != null && !plans.exists(taken.planId())) {
            throw Problem.invalid("planId", "unknown", "没有这个抽检计划，请重新选。");
        }
        SampleCheck.taking(taken, clock.instant());
        int year = taken.takenAt().atZone(Fields.ZONE).getYear();
        int serial = store.number(agency, "SAMPLE", year);
        return find(store.add(with(taken, agency), year, serial, who.personId()));
    }

    private static Sample with(Sample one, String agency) {
        return Sample.fresh(
                agency,
                one.caseNo(),
                one.planId(),
                one.batch(),
                one.sealNo(),
                one.place(),
                one.takenAt(),
                one.officers());
    }

    /** A hand-over starts where the last one ended; to the laboratory it stops the clock of the case (PP 18(2), 64(2)). */
    @Transactional
    public Sample handOver(long id, HandOver one, SignedIn who) {
        Sample sample = live(id);
        SampleCheck.handingOver(sample, one, clock.instant());
        boolean first = one.lab() && !sample.atLab();
        store.handOver(id, one);
        if (first) {
            clocks.testingBegins(sample, one, who);
        }
        return find(id);
    }

    /** A result of the laboratory, or of the re-test; the first lets the clock of the case go on. */
    @Transactional
    public Sample result(long id, Result one, SignedIn who) {
        Sample sample = live(id);
        SampleCheck.resulting(sample, one, clock.instant());
        if (!store.result(id, one)) {
            throw Problem.conflict(one.retest() ? "复检结果已经登记过。" : "检验结果已经登记过。有异议的登记复检结果。", Map.of());
        }
        if (!one.retest()) {
            clocks.testingEnds(sample, one, who);
        }
        return find(id);
    }

    /**
     * Says that a sample was written down wrongly. It stays readable, its number is not given again, nothing follows it.
     *
     * @throws Problem 422 when somebody acted on it, or when a result is there and it is not another unit head who says so
     */
    @Transactional
    public Sample voided(long id, String reason, SignedIn who) {
        Sample sample = find(id);
        SampleCheck.voiding(sample, reason, who);
        store.voided(id, new Sample.Voiding(reason, who.personId(), clock.instant()));
        clocks.neverTested(sample, store, who);
        return find(id);
    }

    /** What follows the order or the result, see {@link Sample.Kind}; the merchant's answer ends the promise of the case. */
    @Transactional
    public Sample step(long id, Sample.Step told, SignedIn who) {
        Sample sample = live(id);
        Sample.Step step = ofOrder(sample, told);
        SampleCheck.following(sample, step, today());
        store.step(id, step);
        if (step.kind() == Sample.Kind.ANSWERED) {
            Sample.Order order = sample.orders().stream()
                    .filter(one -> Objects.equals(one.id(), step.orderId()))
                    .findFirst()
                    .orElseThrow();
            clocks.offShelf(sample, order, step, who);
        }
        return find(id);
    }

    /** Of a single order nobody has to say which. */
    private static Sample.Step ofOrder(Sample sample, Sample.Step step) {
        boolean follows = SampleCheck.followsOrder(step.kind());
        Long only = sample.orders().size() == 1 ? sample.orders().getFirst().id() : null;
        return step.of(!follows ? null : step.orderId() == null ? only : step.orderId());
    }

    private Sample live(long id) {
        Sample sample = find(id);
        SampleCheck.live(sample);
        return sample;
    }

    @Transactional(readOnly = true)
    public Sample find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<Sample> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public List<Sample> withoutOrder() {
        return store.withoutOrder();
    }

    @Transactional(readOnly = true)
    public List<Sample> waiting() {
        return store.waiting();
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
