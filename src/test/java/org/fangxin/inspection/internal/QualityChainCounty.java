package org.fangxin.inspection.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Fields;
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
import org.fangxin.inspection.UnfitGoods;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A county with its officers, and a sample brought to where a test begins. */
abstract class QualityChainCounty {
    static final String LAB = "样例检验所";

    @Autowired
    Samples samples;

    @Autowired
    Sampling plans;

    @Autowired
    UnfitGoods unfitGoods;

    @Autowired
    OffShelfOrders orders;

    @Autowired
    Nearby nearby;

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
    SignedIn head;
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
        head = hired(Role.UNIT_HEAD, Role.INVESTIGATOR);
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        today = now.atZone(Fields.ZONE).toLocalDate();
    }

    List<UnfitGoods.Unfit> unfitOf(String code) {
        return as(investigator, () -> unfitGoods.of(code, today.minusDays(1), today));
    }

    Sample coded(String code) {
        Sample.Batch batch = new Sample.Batch("酸奶", "20261101", "样例乳业", "甲店", code, true, "六盒");
        return Sample.fresh("", null, null, batch, "F-1", "样例路8号", now, both());
    }

    String verified() {
        String report = planted.report();
        planted.assign(report, investigator.personId(), second.personId());
        planted.act(report, Act.VERIFY, actor(investigator), Map.of());
        return report;
    }

    Sample taken(@Nullable String caseNo) {
        return as(investigator, () -> samples.take(sample(caseNo, "甲店", both()), investigator));
    }

    Sample atLab(@Nullable String caseNo) {
        Sample taken = taken(caseNo);
        return as(investigator, () -> samples.handOver(taken.id(), toLab("抽样人员"), investigator));
    }

    List<String> both() {
        return List.of(investigator.personId(), second.personId());
    }

    Sample planned(long plan) {
        Sample one = sample(null, "甲店", both());
        return Sample.fresh("", null, plan, one.batch(), "F-1", "样例路", now, both());
    }

    Sample sample(@Nullable String caseNo, String merchant, List<String> officers) {
        Sample.Batch batch = new Sample.Batch("酸奶", "20261101", "样例乳业", merchant, null, true, "六盒");
        return Sample.fresh("", caseNo, null, batch, "F-1", "样例路8号", now, officers);
    }

    HandOver toOffice() {
        return new HandOver("抽样人员", "冷藏室", false, null, now, true, null, investigator.personId());
    }

    HandOver toLab(String from) {
        return new HandOver(from, LAB, true, "检委1号", now, true, null, investigator.personId());
    }

    Result result(boolean retest, String lab, boolean fit) {
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

    Step step(Kind kind, String words) {
        return new Step(kind, null, today, null, null, null, null, null, words, null, List.of(), "x", now);
    }

    Step answered(String onHand, String off, String recalled, String destroyed) {
        return new Step(
                Kind.ANSWERED,
                null,
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

    Sample follow(long id, Step step) {
        return as(investigator, () -> samples.step(id, step, investigator));
    }

    RapidTest rapidTest(String shop) {
        return new RapidTest(0, "", "样例市场快检点", today, "酸奶", null, shop, "菌落总数", false, false, investigator.personId());
    }

    RapidTest rapidTestOf(String shop) {
        return as(investigator, () -> plans.tests()).stream()
                .filter(one -> one.merchant().equals(shop))
                .findFirst()
                .orElseThrow();
    }

    static int serial(Sample sample) {
        return Integer.parseInt(sample.number().replaceAll(".*第(\\d+)号", "$1"));
    }

    CaseState state(String caseNo) {
        return as(leader, () -> cases.find(caseNo).orElseThrow());
    }

    Clock.State verification(String caseNo) {
        return clockOf(caseNo, "penalty.report.verify");
    }

    Clock.State clockOf(String caseNo, String rule) {
        return state(caseNo).clocks().all().stream()
                .filter(one -> one.rule().equals(rule))
                .findFirst()
                .orElseThrow()
                .state();
    }

    SignedIn hired(Role... roles) {
        var person = Staff.hire(people, PlantedCase.COUNTY, roles);
        return new SignedIn(person.personId(), person.username(), "测试员", PlantedCase.COUNTY, Set.of(roles), false);
    }

    <T> T as(SignedIn who, Supplier<T> work) {
        Scope.Reports reports = who.has(Role.LEADER) ? Scope.Reports.ALL : Scope.Reports.OWN;
        Scope scope = Scope.subtree(who.agencyCode(), who.personId(), reports);
        return Scopes.within(scope, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    static Actor actor(SignedIn who) {
        return new Actor(who.personId(), who.agencyCode(), who.roles());
    }

    Sample unfit(@Nullable String caseNo) {
        Sample there = atLab(caseNo);
        return as(investigator, () -> samples.result(there.id(), result(false, LAB, false), investigator));
    }

    /** Asked by the investigator, confirmed by the unit head. */
    Sample ordered(long id) {
        Sample asked = as(investigator, () -> orders.ask(id, asking(null), investigator));
        return decide(asked, true, leader);
    }

    Sample retested(long id, boolean fit) {
        follow(id, step(Kind.RETEST_ASKED, "经营者对结果有异议"));
        return as(investigator, () -> samples.result(id, result(true, "另一检验所", fit), investigator));
    }

    Sample decide(Sample sample, boolean approved, SignedIn who) {
        long request = sample.waiting().getFirst().id();
        return as(who, () -> orders.decide(sample.id(), request, approved, "看过材料", who));
    }

    static OffShelfOrders.Asked asking(@Nullable String urgency) {
        return new OffShelfOrders.Asked(Sample.Addressee.SAMPLED, "菌落总数超标", "《食品安全法》第六十三条", "库存三十袋", urgency);
    }

    /** With the owner's eyes and hands, around every policy. */
    void asOwner(String sql) throws java.sql.SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
