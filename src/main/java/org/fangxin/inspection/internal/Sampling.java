package org.fangxin.inspection.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.RapidTest;
import org.fangxin.inspection.SamplingPlan;
import org.fangxin.inspection.store.SamplingStore;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sampling plans of an agency, and rapid tests at its stations. */
@Component
public class Sampling {
    private static final int MOST = 100_000;

    private final SamplingStore store;
    private final Agencies agencies;
    private final InstantSource clock;

    Sampling(SamplingStore store, Agencies agencies, InstantSource clock) {
        this.store = store;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Transactional
    public List<SamplingPlan> add(SamplingPlan plan, SignedIn who) {
        SampleCheck.words("title", plan.title(), "计划名称");
        SampleCheck.words("goods", plan.goods(), "抽检的品种");
        SampleCheck.words("items", plan.items(), "检验项目");
        SampleCheck.words("places", plan.places(), "抽样的地方");
        if (plan.to().isBefore(plan.from())) {
            throw Problem.invalid("to", "before", "结束日期不能早于开始日期。");
        }
        if (plan.batches() < 1 || plan.batches() > MOST) {
            throw Problem.invalid("batches", "range", "批次请填 1 到 100000。");
        }
        store.add(
                new SamplingPlan(
                        0,
                        agencies.actingFor(who.agencyCode()).code(),
                        plan.title(),
                        plan.from(),
                        plan.to(),
                        plan.goods(),
                        plan.items(),
                        plan.batches(),
                        plan.places(),
                        0,
                        0,
                        0),
                who.personId(),
                clock.instant());
        return store.plans();
    }

    @Transactional(readOnly = true)
    public List<SamplingPlan> plans() {
        return store.plans();
    }

    @Transactional
    public List<RapidTest> add(RapidTest test, SignedIn who) {
        SampleCheck.words("place", test.place(), "快检的地方");
        SampleCheck.words("product", test.product(), "产品名称");
        SampleCheck.words("merchant", test.merchant(), "经营者");
        SampleCheck.words("item", test.item(), "快检项目");
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        if (test.on().isAfter(today)) {
            throw Problem.invalid("on", "future", "快检日期不能晚于今天。");
        }
        store.add(
                new RapidTest(
                        0,
                        who.agencyCode(),
                        test.place(),
                        test.on(),
                        test.product(),
                        test.batch(),
                        test.merchant(),
                        test.item(),
                        test.fit(),
                        false,
                        who.personId()),
                clock.instant());
        return store.tests();
    }

    @Transactional(readOnly = true)
    public List<RapidTest> tests() {
        return store.tests();
    }
}
