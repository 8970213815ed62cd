package org.fangxin.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.inspection.RapidTest;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.HandOver;
import org.fangxin.inspection.Sample.Item;
import org.fangxin.inspection.Sample.Kind;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.Sample.Step;
import org.fangxin.inspection.SamplingPlan;
import org.fangxin.inspection.UnfitGoods;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A batch from its sample to the empty shelf, the clocks of its case beside it, and who may know of it. */
@FangxinTest
class QualityChainTest {
    private static final String LAB = "样例检验所";

    @Autowired
    Samples samples;

    @Autowired
    Sampling plans;

    @Autowired
    UnfitGoods unfitGoods;

    @Autowired
    OrderPaper paper;

    @Autowired
    CaseFiles cases;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    PlantedCase planted;
    SignedIn investigator;
    SignedIn second;
    SignedIn leader;
    SignedIn outsider;
    Instant now;
    LocalDate today;

    @BeforeEach
    void aCounty() {
        planted = new PlantedCase(cases, clock, owner, "抽检标记");
        investigator = hired(Role.INVESTIGATOR, Role.HANDLER);
        second = hired(Role.INVESTIGATOR, Role.HANDLER);
        outsider = hired(Role.INVESTIGATOR, Role.HANDLER);
        leader = hired(Role.LEADER);
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        today = now.atZone(Fields.ZONE).toLocalDate();
    }

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

        Sample ordered = as(investigator, () -> samples.order(taken.id(), "菌落总数超标", "样例条款", "库存三十袋", investigator));
        assertThat(ordered.orderDueAt()).isNull();
        assertThat(ordered.order().issuedAt()).isBefore(ordered.order().dueAt());
        assertThat(state(report).flags()).contains(Flag.FOOD_RISK);
        assertThat(clockOf(report, "promise.offshelf.food")).isEqualTo(Clock.State.RUNNING);
        byte[] pdf = as(investigator, () -> paper.print(ordered));
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
        assertThatThrownBy(
                        () -> as(investigator, () -> samples.order(taken.id(), "原来不合格", "样例条款", "三十袋", investigator)))
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
        assertThatThrownBy(
                        () -> as(investigator, () -> samples.order(taken.id(), "快检不合格", "样例条款", "三十袋", investigator)))
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
                new Step(Kind.UPSTREAM, today, "样例食品厂", null, null, null, null, "进货台账", null, List.of(), "x", now));
        assertThatThrownBy(() -> follow(taken.id(), step(Kind.CHECKED_GOOD, "已改")))
                .hasMessageContaining("还没有责令整改");
        assertThatThrownBy(() -> follow(taken.id(), step(Kind.RECTIFY, "整改冷柜"))).hasMessageContaining("期限");
        follow(
                taken.id(),
                new Step(
                        Kind.RECTIFY,
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
        Sample ordered = as(investigator, () -> samples.order(taken.id(), "超标", "样例条款", "三十袋", investigator));
        assertThat(unfitOf(code))
                .extracting(UnfitGoods.Unfit::orderNo)
                .containsExactly(ordered.order().number());
        follow(taken.id(), step(Kind.RETEST_ASKED, "有异议"));
        as(investigator, () -> samples.result(taken.id(), result(true, "另一检验所", true), investigator));
        assertThat(unfitOf(code)).isEmpty();
    }

    private List<UnfitGoods.Unfit> unfitOf(String code) {
        return as(investigator, () -> unfitGoods.of(code, today.minusDays(1), today));
    }

    private Sample coded(String code) {
        Sample.Batch batch = new Sample.Batch("酸奶", "20261101", "样例乳业", "甲店", code, true, "六盒");
        return new Sample(
                0, "", "", null, null, batch, "F-1", "样例路8号", now, both(), List.of(), List.of(), null, List.of());
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
        assertThat(as(outsider, () -> samples.cases(open)))
                .anyMatch(one -> one.caseNo().equals(complaint))
                .noneMatch(one -> one.caseNo().equals(report));
        assertThat(as(investigator, () -> samples.cases(open)))
                .anyMatch(one -> one.caseNo().equals(report));
        assertThat(as(outsider, () -> samples.ofCase(complaint)).sameBusiness()).anyMatch(one -> one.id() == open.id());
    }

    private String verified() {
        String report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        planted.act(report, Act.VERIFY, actor(investigator), Map.of());
        return report;
    }

    private Sample taken(@Nullable String caseNo) {
        return as(investigator, () -> samples.take(sample(caseNo, "甲店", both()), investigator));
    }

    private Sample atLab(@Nullable String caseNo) {
        Sample taken = taken(caseNo);
        return as(investigator, () -> samples.handOver(taken.id(), toLab("抽样人员"), investigator));
    }

    private List<String> both() {
        return List.of(investigator.personId(), second.personId());
    }

    private Sample planned(long plan) {
        Sample one = sample(null, "甲店", both());
        return new Sample(
                0, "", "", null, plan, one.batch(), "F-1", "样例路", now, both(), List.of(), List.of(), null, List.of());
    }

    private Sample sample(@Nullable String caseNo, String merchant, List<String> officers) {
        Sample.Batch batch = new Sample.Batch("酸奶", "20261101", "样例乳业", merchant, null, true, "六盒");
        return new Sample(
                0, "", "", caseNo, null, batch, "F-1", "样例路8号", now, officers, List.of(), List.of(), null, List.of());
    }

    private HandOver toOffice() {
        return new HandOver("抽样人员", "冷藏室", false, null, now, true, null, investigator.personId());
    }

    private HandOver toLab(String from) {
        return new HandOver(from, LAB, true, "检委1号", now, true, null, investigator.personId());
    }

    private Result result(boolean retest, String lab, boolean fit) {
        return new Result(
                retest,
                lab,
                "R-" + retest,
                today,
                now,
                fit,
                List.of(new Item("菌落总数", "GB 4789.2", "≤10000", fit ? "900" : "40000", fit)),
                investigator.personId());
    }

    private Step step(Kind kind, String words) {
        return new Step(kind, today, null, null, null, null, null, words, null, List.of(), "x", now);
    }

    private Step answered(String onHand, String off, String recalled, String destroyed) {
        return new Step(
                Kind.ANSWERED,
                today,
                null,
                new BigDecimal(onHand),
                new BigDecimal(off),
                new BigDecimal(recalled),
                new BigDecimal(destroyed),
                "已全部下架封存",
                null,
                List.of(),
                investigator.personId(),
                now);
    }

    private Sample follow(long id, Step step) {
        return as(investigator, () -> samples.step(id, step, investigator));
    }

    private RapidTest rapidTest(String shop) {
        return new RapidTest(0, "", "样例市场快检点", today, "酸奶", null, shop, "菌落总数", false, false, investigator.personId());
    }

    private RapidTest rapidTestOf(String shop) {
        return as(investigator, () -> plans.tests()).stream()
                .filter(one -> one.merchant().equals(shop))
                .findFirst()
                .orElseThrow();
    }

    private static int serial(Sample sample) {
        return Integer.parseInt(sample.number().replaceAll(".*第(\\d+)号", "$1"));
    }

    private CaseState state(String caseNo) {
        return as(leader, () -> cases.find(caseNo).orElseThrow());
    }

    private Clock.State verification(String caseNo) {
        return clockOf(caseNo, "penalty.report.verify");
    }

    private Clock.State clockOf(String caseNo, String rule) {
        return state(caseNo).clocks().all().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .state();
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

    private SignedIn hired(Role... roles) {
        var person = Staff.hire(people, PlantedCase.COUNTY, roles);
        return new SignedIn(person.personId(), person.username(), "测试员", PlantedCase.COUNTY, Set.of(roles), false);
    }

    private <T> T as(SignedIn who, Supplier<T> work) {
        Scope.Reports reports = who.has(Role.LEADER) ? Scope.Reports.ALL : Scope.Reports.OWN;
        Scope scope = Scope.subtree(who.agencyCode(), who.personId(), reports);
        return Scopes.within(scope, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private static Actor actor(SignedIn who) {
        return new Actor(who.personId(), who.agencyCode(), who.roles());
    }
}
