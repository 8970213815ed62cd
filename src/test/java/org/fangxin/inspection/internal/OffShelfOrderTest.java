package org.fangxin.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Flag;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.Addressee;
import org.fangxin.inspection.Sample.Kind;
import org.fangxin.inspection.Sample.Order;
import org.fangxin.notice.store.InboxStore;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order off the shelf goes through two hands, its lifting too; who is late is told once. */
@FangxinTest
class OffShelfOrderTest extends QualityChainCounty {
    @Autowired
    OrderSweep sweep;

    @Autowired
    InboxStore inbox;

    @Test
    void anOrderIsIssuedWhenSomebodyElseConfirmsIt() {
        String report = verified();
        Sample unfit = unfit(report);
        Sample asked = as(investigator, () -> orders.ask(unfit.id(), asking(null), investigator));
        assertThat(asked.order()).as("nothing is issued yet").isNull();
        assertThat(asked.orderDueAt()).as("it is still owed").isNotNull();
        assertThat(state(report).flags()).doesNotContain(Flag.FOOD_RISK);
        assertThatThrownBy(() -> as(investigator, () -> orders.ask(unfit.id(), asking(null), investigator)))
                .as("asked once at a time")
                .hasMessageContaining("还没有审批");
        assertThat(as(leader, () -> samples.waiting())).anyMatch(one -> one.id() == unfit.id());
        assertThat(matters(leader)).contains("offshelf-asked");

        Sample issued = decide(asked, true, leader);
        assertThat(issued.order().number()).startsWith("下架〔");
        assertThat(issued.order().issuedBy()).isEqualTo(investigator.personId());
        assertThat(issued.waiting()).isEmpty();
        assertThat(state(report).flags()).contains(Flag.FOOD_RISK);
        assertThat(matters(investigator)).contains("offshelf-approved");
        assertThatThrownBy(() -> as(
                        leader,
                        () -> orders.decide(
                                unfit.id(), issued.requests().getFirst().id(), false, "再想想看", leader)))
                .as("decided once")
                .hasMessageContaining("已经审批过");
    }

    @Test
    void nobodyDecidesWhatHeAskedForNeitherInTheProgramNorInTheDatabase() {
        Sample unfit = unfit(null);
        Sample asked = as(head, () -> orders.ask(unfit.id(), asking(null), head));
        assertThatThrownBy(() -> decide(asked, true, head)).hasMessageContaining("不能审批自己");
        assertThatThrownBy(() -> asOwner(
                        "update inspection.request set approved = true, decided_at = now(), decided_by = asked_by"
                                + " where sample_id = " + unfit.id()))
                .hasMessageContaining("two_people");
        assertThat(decide(asked, false, leader).order())
                .as("a no issues nothing")
                .isNull();
        Sample again = as(investigator, () -> orders.ask(unfit.id(), asking(null), investigator));
        assertThat(decide(again, true, head).order()).isNotNull();
    }

    @Test
    void aLeaderOfAnotherAgencyDoesNotDecide() {
        Sample asked = as(investigator, () -> orders.ask(unfit(null).id(), asking(null), investigator));
        SignedIn city = new SignedIn("city-" + now, "city", "测试员", "6208", java.util.Set.of(Role.LEADER), false);
        assertThatThrownBy(() -> decide(asked, true, city)).hasMessageContaining("自己的负责人");
    }

    @Test
    void dangerOrdersAtOnceAndIsConfirmedWithinTwentyFourHours() {
        Sample unfit = unfit(null);
        Sample urgent = as(investigator, () -> orders.ask(unfit.id(), asking("已有两人食用后呕吐"), investigator));
        OrderRequest request = urgent.waiting().getFirst();
        assertThat(urgent.order()).isNotNull();
        assertThat(request.dueAt()).isEqualTo(request.askedAt().plus(24, ChronoUnit.HOURS));
        Sample confirmed = decide(urgent, true, head);
        assertThat(confirmed.order().inForce()).isTrue();
        assertThat(confirmed.waiting()).isEmpty();
    }

    @Test
    void anUrgentOrderThatIsNotConfirmedIsLiftedAtOnce() {
        String report = verified();
        Sample unfit = unfit(report);
        Sample urgent = as(investigator, () -> orders.ask(unfit.id(), asking("已有两人食用后呕吐"), investigator));
        assertThat(clockOf(report, "promise.offshelf.food")).isEqualTo(Clock.State.RUNNING);
        Sample refused = decide(urgent, false, leader);
        assertThat(refused.order().lifting().reason()).contains("未获批准", "看过材料");
        assertThat(refused.order().lifting().number()).startsWith("解除下架〔");
        assertThat(clockOf(report, "promise.offshelf.food")).isEqualTo(Clock.State.LIFTED);
    }

    @Test
    void aFitRetestLiftsTheOrderByTwoPeopleAndStopsItsClocks() throws Exception {
        String report = verified();
        Sample unfit = unfit(report);
        Sample ordered = ordered(unfit.id());
        assertThat(ordered.answerDueAt(ordered.order()))
                .isEqualTo(ordered.order().issuedAt().plus(24, ChronoUnit.HOURS));
        assertThatThrownBy(() -> lifting(unfit.id())).hasMessageContaining("复检合格");
        retested(unfit.id(), true);
        Sample asked = lifting(unfit.id());
        assertThat(asked.order().inForce()).as("not by one person").isTrue();
        Sample lifted = decide(asked, true, leader);
        assertThat(lifted.order().inForce()).isFalse();
        assertThat(lifted.answerDueAt(lifted.order())).isNull();
        assertThat(clockOf(report, "promise.offshelf.food")).isEqualTo(Clock.State.LIFTED);
        assertThatThrownBy(() -> follow(unfit.id(), answered("1", "1", "0", "0")))
                .hasMessageContaining("已经解除");
        assertThatThrownBy(() -> lifting(unfit.id())).hasMessageContaining("已经解除");
        byte[] pdf = as(investigator, () -> paper.printLifting(lifted, lifted.order()));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (var opened = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(opened))
                    .contains(lifted.order().lifting().number(), "解除责令停止销售");
        }
        assertThatThrownBy(() -> as(investigator, () -> paper.printLifting(unfit, ordered.order())))
                .as("no paper before")
                .isInstanceOf(Problem.class);
    }

    @Test
    void anUnfitRetestLiftsNothing() {
        Sample unfit = unfit(null);
        ordered(unfit.id());
        retested(unfit.id(), false);
        assertThatThrownBy(() -> lifting(unfit.id())).hasMessageContaining("复检合格");
    }

    @Test
    void officerAndUnitHeadAreToldOnceOfWhatIsOverdue() throws Exception {
        Sample owed = unfit(null);
        Sample answered = ordered(unfit(null).id());
        Sample urgent = as(investigator, () -> orders.ask(unfit(null).id(), asking("已有人不适"), investigator));
        sweep.remind();
        assertThat(matters(head))
                .as("nothing is late yet")
                .doesNotContain("order-owed", "answer-owed", "confirmation-owed");
        late("result", "received_at", owed.id());
        late("off_shelf", "issued_at", answered.id());
        late("request", "due_at", urgent.id());
        sweep.remind();
        sweep.remind();
        for (SignedIn who : List.of(head, investigator)) {
            assertThat(matters(who).stream().filter(one -> one.endsWith("-owed")))
                    .containsExactlyInAnyOrder("order-owed", "answer-owed", "confirmation-owed");
        }
        assertThat(matters(leader)).contains("confirmation-owed").doesNotContain("answer-owed");
        assertThat(facts(head)).anyMatch(one -> owed.number().equals(one.get("no")));
    }

    /** The inbox row of a report's sample is there, but nobody reads it who may not see the report. */
    @Test
    void whoDoesNotSeeTheReportIsNotRemindedOfItsSample() throws Exception {
        Sample owed = unfit(verified());
        late("result", "received_at", owed.id());
        sweep.remind();
        assertThat(matters(investigator)).contains("order-owed");
        assertThat(matters(head)).as("not his report").doesNotContain("order-owed");
    }

    @Test
    void anUnfitSampleOfAFitRetestOwesNothing() throws Exception {
        Sample unfit = unfit(null);
        ordered(unfit.id());
        late("off_shelf", "issued_at", unfit.id());
        retested(unfit.id(), true);
        decide(lifting(unfit.id()), true, leader);
        sweep.remind();
        assertThat(matters(head)).doesNotContain("answer-owed");
        assertThat(as(investigator, () -> samples.find(unfit.id())).has(Kind.ANSWERED))
                .isFalse();
    }

    /** Where it was sold, and who supplied it: two papers, two answers, two clocks. */
    @Test
    void oneUnfitBatchIsOrderedOffTheShelvesOfSeveralBusinesses() throws Exception {
        String report = verified();
        Sample unfit = unfit(report);
        Sample seller = ordered(unfit.id());
        follow(unfit.id(), traced("样例批发部"));
        Addressee supplier = new Addressee(Sample.Relation.SUPPLIER, "样例批发部", null);
        Sample both = decide(ask(unfit.id(), supplier), true, leader);
        assertThat(both.orders()).extracting(Order::to).containsExactly(Addressee.SAMPLED, supplier);
        Order second = both.orderTo(supplier).orElseThrow();
        assertThat(second.number()).isNotEqualTo(seller.order().number());
        assertThat(second.dueAt())
                .as("twenty-four hours from the step that found it")
                .isEqualTo(now.plusSeconds(60).plus(24, ChronoUnit.HOURS));
        assertThatThrownBy(() -> ask(unfit.id(), supplier)).hasMessageContaining("样例批发部");

        assertThatThrownBy(() -> follow(unfit.id(), answered("1", "1", "0", "0")))
                .as("which of the two")
                .hasMessageContaining("哪一份");
        Sample answered = follow(unfit.id(), answered("1", "1", "0", "0").of(second.id()));
        assertThat(answered.answerDueAt(second)).isNull();
        assertThat(answered.answerDueAt(answered.order()))
                .as("the seller owes his")
                .isNotNull();
        assertThat(clockOf(report, "promise.offshelf.food"))
                .as("the promise is of the shelves where the sample was taken")
                .isEqualTo(Clock.State.RUNNING);
        late("off_shelf", "issued_at", unfit.id());
        sweep.remind();
        assertThat(matters(investigator)).containsOnlyOnce("answer-owed");
        follow(unfit.id(), answered("6", "6", "0", "0").of(answered.order().id()));
        assertThat(clockOf(report, "promise.offshelf.food")).isEqualTo(Clock.State.MET);

        try (var opened = Loader.loadPDF(as(investigator, () -> paper.print(both, second)))) {
            assertThat(new PDFTextStripper().getText(opened))
                    .contains("样例批发部", second.number())
                    .as("where it was bought is not the supplier's to know")
                    .doesNotContain("甲店");
        }
    }

    @Test
    void eachOrderIsLiftedByItselfAndTheOthersStayInForce() {
        Sample unfit = unfit(null);
        ordered(unfit.id());
        Addressee branch = new Addressee(Sample.Relation.BRANCH, "样例超市二店", null);
        long second = decide(ask(unfit.id(), branch), true, leader)
                .orderTo(branch)
                .orElseThrow()
                .id();
        retested(unfit.id(), true);
        Sample asked = as(investigator, () -> orders.askLifting(unfit.id(), second, "复检合格", "样例条款", investigator));
        Sample lifted = decide(asked, true, leader);
        assertThat(lifted.orderTo(branch).orElseThrow().inForce()).isFalse();
        assertThat(lifted.order().inForce()).isTrue();
        assertThat(decide(lifting(unfit.id()), true, leader).order().inForce()).isFalse();
    }

    @Test
    void anotherBusinessIsNamedAndIsAnother() {
        Sample unfit = unfit(null);
        assertThatThrownBy(() -> ask(unfit.id(), new Addressee(Sample.Relation.BUYER, "", null)))
                .hasMessageContaining("另一家经营者");
        assertThatThrownBy(() -> ask(unfit.id(), new Addressee(Sample.Relation.BUYER, "甲店", null)))
                .hasMessageContaining("被抽样单位");
        assertThatThrownBy(() -> ask(unfit.id(), new Addressee(Sample.Relation.BUYER, "样例食堂", "12345")))
                .hasMessageContaining("统一社会信用代码");
        Sample ordered = decide(ask(unfit.id(), new Addressee(Sample.Relation.BUYER, "样例食堂", null)), true, leader);
        assertThat(ordered.orderDueAt())
                .as("the shelves where it was found are still to be cleared")
                .isNotNull();
    }

    private Sample ask(long id, Addressee to) {
        return as(
                investigator,
                () -> orders.ask(id, new OffShelfOrders.Asked(to, "菌落总数超标", "样例条款", "库存一箱", null), investigator));
    }

    private Sample.Step traced(String supplier) {
        return new Sample.Step(
                Kind.UPSTREAM,
                null,
                today,
                supplier,
                null,
                null,
                null,
                null,
                "进货台账",
                null,
                List.of(),
                "x",
                now.plusSeconds(60));
    }

    private Sample lifting(long id) {
        return as(investigator, () -> orders.askLifting(id, null, "复检合格", "《食品安全法》第六十三条", investigator));
    }

    private List<String> matters(SignedIn who) {
        return as(who, () -> inbox.of(who.personId(), 200)).stream()
                .map(InboxStore.Item::matter)
                .toList();
    }

    private List<Map<String, String>> facts(SignedIn who) {
        return as(who, () -> inbox.of(who.personId(), 200)).stream()
                .map(InboxStore.Item::facts)
                .toList();
    }

    private void late(String table, String column, long sample) throws SQLException {
        asOwner("update inspection." + table + " set " + column + " = " + column
                + " - interval '25 hours' where sample_id = " + sample);
    }
}
