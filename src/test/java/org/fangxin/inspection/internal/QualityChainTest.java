package org.fangxin.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Flag;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.Item;
import org.fangxin.inspection.Sample.Kind;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.Sample.Step;
import org.fangxin.inspection.SamplingPlan;
import org.fangxin.inspection.UnfitGoods;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.Test;

/** A batch from its sample to the empty shelf, the clocks of its case beside it, and who may know of it. */
@FangxinTest
class QualityChainTest extends QualityChainCounty {
    @Test
    void anUnfitBatchOfAReportStopsItsClockIsOrderedOffTheShelfInTimeAndComesOff() {
        String report = verified();
        Sample taken = taken(report);
        assertThat(as(investigator, () -> samples.handOver(taken.id(), toOffice(), investigator))
                        .custody())
                .hasSize(1);
        as(investigator, () -> samples.handOver(taken.id(), toLab("冷藏室"), investigator));
        assertThat(verification(report)).as("testing is not counted").isEqualTo(Clock.State.PAUSED);

        Sample unfit = as(investigator, () -> samples.result(taken.id(), result(false, LAB, false), investigator));
        assertThat(verification(report)).isEqualTo(Clock.State.RUNNING);
        assertThat(unfit.orderDueAt()).isEqualTo(unfit.result().receivedAt().plus(24, ChronoUnit.HOURS));
        assertThat(as(investigator, () -> samples.withoutOrder())).anyMatch(one -> one.id() == taken.id());

        Sample ordered = ordered(taken.id());
        assertThat(ordered.orderDueAt()).isNull();
        assertThat(ordered.order().issuedAt()).isBefore(ordered.order().dueAt());
        assertThat(state(report).flags()).contains(Flag.FOOD_RISK);
        assertThat(clockOf(report, "promise.offshelf.food")).isEqualTo(Clock.State.RUNNING);
        byte[] pdf = as(investigator, () -> paper.print(ordered, ordered.order()));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        assertThatThrownBy(() -> follow(taken.id(), answered("30", "31", "0", "0")))
                .hasMessageContaining("不能多于库存");
        follow(taken.id(), step(Kind.SERVED, "店长签收"));
        follow(taken.id(), answered("30", "30", "4", "34"));
        assertThat(clockOf(report, "promise.offshelf.food")).isEqualTo(Clock.State.MET);
    }

    @Test
    void aRetestStandsBesideTheFirstResultAndDecides() {
        Sample taken = atLab(null);
        as(investigator, () -> samples.result(taken.id(), result(false, LAB, false), investigator));
        assertThatThrownBy(() ->
                        as(investigator, () -> samples.result(taken.id(), result(true, "另一检验所", true), investigator)))
                .as("nobody asked for it")
                .hasMessageContaining("复检申请");
        follow(taken.id(), step(Kind.RETEST_ASKED, "经营者对结果有异议"));
        assertThatThrownBy(() ->
                        as(investigator, () -> samples.result(taken.id(), result(true, LAB, true), investigator)))
                .as("by the same laboratory")
                .hasMessageContaining("同一机构");
        Sample again = as(investigator, () -> samples.result(taken.id(), result(true, "另一检验所", true), investigator));
        assertThat(again.unfit()).isFalse();
        assertThat(again.results()).extracting(Result::fit).containsExactly(false, true);
        assertThatThrownBy(() -> as(investigator, () -> orders.ask(taken.id(), asking(null), investigator)))
                .isInstanceOf(Problem.class);
    }

    @Test
    void custodyHasNoGapAndNoResultComesFromNowhere() {
        Sample taken = taken(null);
        assertThatThrownBy(() -> as(investigator, () -> samples.handOver(taken.id(), toLab("别人"), investigator)))
                .hasMessageContaining("抽样人员");
        assertThatThrownBy(() ->
                        as(investigator, () -> samples.result(taken.id(), result(false, LAB, false), investigator)))
                .hasMessageContaining("没有交给检验机构");
        as(investigator, () -> samples.handOver(taken.id(), toLab("抽样人员"), investigator));
        Result wrong = new Result(
                false, LAB, "R-1", today, now, true, List.of(new Item("菌落总数", "GB", "≤10", "40", false)), "x");
        assertThatThrownBy(() -> as(investigator, () -> samples.result(taken.id(), wrong, investigator)))
                .hasMessageContaining("不一致");
    }

    @Test
    void oneOfficerTakesNoSampleAndARapidTestOrdersNothing() {
        assertThatThrownBy(() -> as(investigator, () -> samples.take(sample(null, "甲店", List.of("u1")), investigator)))
                .hasMessageContaining("两名");
        Sample taken = taken(null);
        assertThatThrownBy(() -> as(investigator, () -> orders.ask(taken.id(), asking(null), investigator)))
                .hasMessageContaining("快检");
        String shop = "快检店" + now.toEpochMilli();
        as(investigator, () -> plans.add(rapidTest(shop), investigator));
        assertThat(rapidTestOf(shop).sampled()).isFalse();
        as(investigator, () -> samples.take(sample(null, shop, both()), investigator));
        assertThat(rapidTestOf(shop).sampled()).as("a lawful sample followed").isTrue();
    }

    @Test
    void tracingAndRectificationFollowInTheirOrder() {
        Sample taken = atLab(null);
        as(investigator, () -> samples.result(taken.id(), result(false, LAB, false), investigator));
        assertThatThrownBy(() -> follow(taken.id(), step(Kind.UPSTREAM, "供货"))).hasMessageContaining("供货单位");
        follow(
                taken.id(),
                new Step(
                        Kind.UPSTREAM,
                        null,
                        today,
                        "样例食品厂",
                        null,
                        null,
                        null,
                        null,
                        "进货台账",
                        null,
                        List.of(),
                        "x",
                        now));
        assertThatThrownBy(() -> follow(taken.id(), step(Kind.CHECKED_GOOD, "已改")))
                .hasMessageContaining("还没有责令整改");
        assertThatThrownBy(() -> follow(taken.id(), step(Kind.RECTIFY, "整改冷柜"))).hasMessageContaining("期限");
        follow(
                taken.id(),
                new Step(
                        Kind.RECTIFY,
                        null,
                        today,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "整改冷柜",
                        today.plusDays(7),
                        List.of(),
                        "x",
                        now));
        Sample done = follow(taken.id(), step(Kind.CHECKED_GOOD, "冷柜已更换"));
        assertThat(done.steps()).extracting(Step::kind).containsExactly(Kind.UPSTREAM, Kind.RECTIFY, Kind.CHECKED_GOOD);
    }

    @Test
    void unfitGoodsAreToldByTheBusinesssCodeUntilARetestIsFit() {
        String code = "9162000" + now.toEpochMilli() % 100_000_000_000L;
        Sample taken = as(investigator, () -> samples.take(coded(code), investigator));
        as(investigator, () -> samples.handOver(taken.id(), toLab("抽样人员"), investigator));
        assertThat(unfitOf(code)).as("no result yet").isEmpty();
        as(investigator, () -> samples.result(taken.id(), result(false, LAB, false), investigator));
        assertThat(unfitOf(code)).singleElement().satisfies(one -> {
            assertThat(one.sampleNo()).isEqualTo(taken.number());
            assertThat(one.items()).containsExactly("菌落总数");
            assertThat(one.day()).isEqualTo(today);
            assertThat(one.orderNo()).isNull();
        });
        assertThat(as(investigator, () -> unfitGoods.of(code, today.minusDays(9), today.minusDays(1))))
                .as("the day before")
                .isEmpty();
        Sample ordered = ordered(taken.id());
        assertThat(unfitOf(code))
                .extracting(UnfitGoods.Unfit::orderNo)
                .containsExactly(ordered.order().number());
        follow(taken.id(), step(Kind.RETEST_ASKED, "有异议"));
        as(investigator, () -> samples.result(taken.id(), result(true, "另一检验所", true), investigator));
        assertThat(unfitOf(code)).isEmpty();
    }

    @Test
    void aPlanCountsItsSamplesAndNumbersFollowOneAnother() {
        SamplingPlan plan = as(
                        leader,
                        () -> plans.add(
                                new SamplingPlan(
                                        0, "", "十一月冷饮", today, today.plusDays(30), "冷饮", "菌落总数", 10, "三家超市", 0, 0, 0),
                                leader))
                .getFirst();
        Sample first = as(investigator, () -> samples.take(planned(plan.id()), investigator));
        Sample next = as(investigator, () -> samples.take(planned(plan.id()), investigator));
        assertThat(serial(next)).isEqualTo(serial(first) + 1);
        SamplingPlan after = as(leader, () -> plans.plans()).stream()
                .filter(one -> one.id() == plan.id())
                .findFirst()
                .orElseThrow();
        assertThat(after.taken()).isEqualTo(2);
        assertThatThrownBy(() -> as(investigator, () -> samples.take(planned(999_999L), investigator)))
                .hasMessageContaining("抽检计划");
    }

    @Test
    void aSampleOfAReportDoesNotExistForWhoDoesNotSeeTheReportAndAPolicyThatForgetsIsNoticed() throws Exception {
        String report = verified();
        Sample hidden = taken(report);
        Sample open = taken(null);
        assertThatThrownBy(() -> as(outsider, () -> samples.find(hidden.id()))).isInstanceOf(Problem.class);
        assertThat(as(outsider, () -> samples.all()))
                .noneMatch(one -> one.id() == hidden.id())
                .anyMatch(one -> one.id() == open.id());
        assertThatThrownBy(() -> as(outsider, () -> samples.take(sample(report, "甲店", both()), outsider)))
                .isInstanceOf(Problem.class);
        assertThat(seen(hidden.id(), false)).isZero();
        assertThat(seen(hidden.id(), true)).as("the twin without its policy").isPositive();
    }

    @Test
    void complaintsOfTheSameBusinessAreFoundFromTheBatchAndTheOtherWayRoundWithinSightOnly() {
        String complaint = planted.complaint();
        String report = verified();
        Sample open = as(investigator, () -> samples.take(sample(null, "抽检标记商行", both()), investigator));
        assertThat(as(outsider, () -> nearby.cases(open)))
                .anyMatch(one -> one.caseNo().equals(complaint))
                .noneMatch(one -> one.caseNo().equals(report));
        assertThat(as(investigator, () -> nearby.cases(open)))
                .anyMatch(one -> one.caseNo().equals(report));
        assertThat(as(outsider, () -> nearby.ofCase(complaint)).samples())
                .anyMatch(one -> one.found().id() == open.id());
    }

    private int seen(long id, boolean broken) throws Exception {
        try (var connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                if (broken) {
                    statement.execute("drop policy scope on inspection.sample");
                    statement.execute("create policy scope on inspection.sample using (true)");
                }
                statement.execute("set local role fx_app");
                statement.execute("""
                        select set_config('fangxin.scope_from', '620826', true), set_config('fangxin.scope_to', '620827', true),
                               set_config('fangxin.person', 'x', true), set_config('fangxin.reports', 'OWN', true)""");
                try (var rows =
                        statement.executeQuery("select count(*) from inspection.sample where sample_id = " + id)) {
                    rows.next();
                    return rows.getInt(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
