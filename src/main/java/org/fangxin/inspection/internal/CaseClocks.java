package org.fangxin.inspection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.HandOver;
import org.fangxin.inspection.Sample.Order;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.Sample.Step;
import org.fangxin.inspection.store.SampleStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a sample does to the case for which it was taken: by the case's own acts, in the same transaction. */
@Component
class CaseClocks {
    private static final String TESTING = "TESTING";
    private static final String OFF_SHELF = "promise.offshelf.food";

    private final CaseFiles cases;
    private final InstantSource clock;

    CaseClocks(CaseFiles cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** PP 18(2), 64(2): testing is not counted from the commission on. */
    void testingBegins(Sample sample, HandOver toLab, SignedIn who) {
        CaseState state = counting(sample);
        if (state != null && !testing(state)) {
            act(state, Act.PAUSE, who, Map.of("reason", TESTING, "paperNo", toLab.paperNo(), "from", day(toLab.at())));
        }
    }

    void testingEnds(Sample sample, Result result, SignedIn who) {
        CaseState state = counting(sample);
        if (state != null && testing(state)) {
            Map<String, Object> fields =
                    Map.of("reason", TESTING, "paperNo", result.reportNo(), "through", day(result.receivedAt()));
            act(state, Act.RESUME, who, fields);
        }
    }

    /** A sample that is voided at the laboratory: without another one there, nothing is tested any more. */
    void neverTested(Sample sample, SampleStore store, SignedIn who) {
        CaseState state = sample.atLab() && sample.results().isEmpty() ? counting(sample) : null;
        if (state != null
                && testing(state)
                && store.ofCase(state.caseNo()).stream().noneMatch(CaseClocks::tested)) {
            Map<String, Object> fields =
                    Map.of("reason", TESTING, "paperNo", sample.number() + "作废", "through", day(clock.instant()));
            act(state, Act.RESUME, who, fields);
        }
    }

    private static boolean tested(Sample one) {
        return one.voided() == null && one.atLab() && one.results().isEmpty();
    }

    /** @param officer who asked for the order, not who decided it: the flag is the officer's */
    void ordered(Sample sample, Actor officer) {
        CaseState state = open(sample);
        if (state != null && sample.batch().food() && !state.is(Flag.FOOD_RISK)) {
            cases.act(state.caseNo(), Act.FLAG_FOOD_RISK, officer, null, Map.of("text", "检验不合格，责令下架。"), null);
        }
    }

    /** The order is lifted before the goods came off the shelf: nothing is promised any more. */
    void lifted(Sample sample, String paperNo) {
        CaseState state = open(sample);
        if (state != null && state.clocks().open(OFF_SHELF).isPresent()) {
            cases.act(state.caseNo(), Act.LIFT_OFFSHELF, Actor.SYSTEM, null, Map.of("paperNo", paperNo), null);
        }
    }

    /** The answer of the business where the sample was taken ends the promise; photographs of others are kept with the case. */
    void offShelf(Sample sample, Order order, Step answer, SignedIn who) {
        CaseState state = open(sample);
        boolean sampled = order.to().sampled();
        boolean promised = state != null && state.clocks().open(OFF_SHELF).isPresent();
        boolean photographs = !answer.attachments().isEmpty();
        if (photographs && promised && !sampled) {
            throw Problem.invalid("attachments", "promise", "被抽样单位还没有报告落实，先登记它的；这一家的照片随后再登记，或者放进纸质卷。");
        }
        boolean kept = state != null && state.is(Flag.FOOD_RISK) && photographs;
        if (photographs && !promised && !kept) {
            throw Problem.invalid("attachments", "no-case", "照片随案件保存，这个样品没有等着下架的案件。请不附照片登记，照片放进纸质卷。");
        }
        if (state != null && (promised && sampled || kept)) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("text", sampled ? "不合格批次已下架。" : order.to().relation().chinese() + "的不合格批次已下架。");
            if (photographs) {
                fields.put("attachments", answer.attachments());
            }
            act(state, Act.RECORD_OFFSHELF, who, fields);
        }
    }

    /** A report whose clock testing stops. */
    private @Nullable CaseState counting(Sample sample) {
        CaseState state = open(sample);
        return state != null
                        && state.kind() == Kind.REPORT
                        && (state.stage() == Stage.VERIFYING || state.stage() == Stage.FILED)
                ? state
                : null;
    }

    private @Nullable CaseState open(Sample sample) {
        return sample.caseNo() == null
                ? null
                : cases.find(sample.caseNo())
                        .filter(state -> state.closedAt() == null)
                        .orElse(null);
    }

    private static boolean testing(CaseState state) {
        return state.stage() == Stage.FILED
                ? state.report().prosecution().pauses().contains(TESTING)
                : state.report().verification().pauses().contains(TESTING);
    }

    private void act(CaseState state, Act act, SignedIn who, Map<String, ?> fields) {
        cases.act(state.caseNo(), act, Actor.of(who), null, fields, null);
    }

    private static String day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate().toString();
    }
}
