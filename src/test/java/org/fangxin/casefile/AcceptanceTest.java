package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.COMPLAINANT;
import static org.fangxin.casefile.ComplaintMother.HANDLER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Art. 10, 15, 16, 17: asking for material, accepting, refusing. */
class AcceptanceTest {
    private static final String ACC = "order121.complaint.accept";

    @Test
    void acceptingAfterAcceptanceNamesTheActThatWouldBeRight() {
        var refused =
                ComplaintMother.accepted().refuses(Act.REFUSE, HANDLER, "ground", "OVER_THREE_YEARS", "facts", "x");
        assertThat(refused.why()).isEqualTo("现在不能“不予受理”：5月7日已受理。要结束办理请用“终止调解”。");
        assertThat(refused.articles()).containsExactly("第二十三条");
    }

    @Test
    void refusesToAcceptWhereTheHolderIsNotCompetentAndSaysReturn() {
        var complaint = ComplaintMother.received();
        complaint.world.competent("330106", "330110");
        var refused = complaint.refuses(Act.ACCEPT, HANDLER);
        assertThat(refused.articles()).containsExactly("第十三条", "第四十一条");
        assertThat(refused.why()).contains("不予受理");
        complaint.take(complaint.world.now(), Actor.SYSTEM, new Entry.Distributed("6208", "620823", false));
        assertThat(complaint.refuses(Act.ACCEPT, HANDLER).why()).contains("反馈退回");
    }

    @Test
    void anOfficeAcceptsInTheNameOfItsCountyAgency() {
        var complaint = ComplaintMother.received();
        complaint.world.competent("620823");
        complaint.take(complaint.world.now(), Actor.SYSTEM, new Entry.Distributed("620823", "620823001", true));
        complaint.does(Act.ACCEPT, HANDLER);
        assertThat(complaint.state.stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void acceptingEndsAnOpenDispute() {
        var complaint = ComplaintMother.received();
        complaint.take(complaint.world.now(), HANDLER, new Entry.DisputeRaised("D1", List.of("620823", "620822")));
        assertThat(complaint.state.is(Flag.JURISDICTION_DISPUTED)).isTrue();
        complaint.does(Act.ACCEPT, HANDLER);
        assertThat(complaint.state.is(Flag.JURISDICTION_DISPUTED)).isFalse();
        assertThat(complaint.clock("order121.dispute.negotiate").state()).isEqualTo(Clock.State.LIFTED);
    }

    @Test
    void askingForMaterialDoesNotStopTheSevenDays() {
        var complaint = ComplaintMother.received();
        LocalDate before = complaint.due(ACC);
        complaint.does(Act.REQUEST_MATERIAL, HANDLER, "items", List.of("IDENTITY", "PHONE"));
        assertThat(complaint.due(ACC)).isEqualTo(before).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.is(Flag.MATERIAL_REQUESTED)).isTrue();
        assertThat(complaint.state.complaint().material().until()).isEqualTo(LocalDate.of(2026, 5, 9));
        assertThat(complaint.state.duties().all()).extracting(Duty::form).containsExactly("F4");
        assertThat(complaint.state.duties().open()).isEmpty();
        complaint.does(Act.SUPPLY_MATERIAL, COMPLAINANT);
        assertThat(complaint.state.is(Flag.MATERIAL_REQUESTED)).isFalse();
    }

    @Test
    void askingLateLeavesTimeToDecideAndTell() {
        var complaint = ComplaintMother.received().at("2026-05-12T09:00");
        complaint.does(Act.REQUEST_MATERIAL, HANDLER, "items", "PHONE");
        assertThat(complaint.state.complaint().material().until()).isEqualTo(LocalDate.of(2026, 5, 13));
        assertThat(complaint
                        .does(Act.REQUEST_MATERIAL, HANDLER, "items", "PHONE", "until", "2026-05-20")
                        .last
                        .warnings())
                .singleElement()
                .asString()
                .contains("第十五条第一款");
    }

    @ParameterizedTest
    @CsvSource({
        "OUT_OF_REMIT_OR_NO_AUTHORITY, OUT_OF_REMIT, 第十六条第一项",
        "ALREADY_HANDLED, COURT, 第十六条第二项",
        "NOT_CONSUMER_OR_NO_DISPUTE, NOT_FOR_LIVING, 第十六条第三项",
        "MATERIAL_MISSING_OR_FALSE, FALSE, 第十六条第五项",
        "IMPERSONATION_OR_IDENTITY_REFUSED, IMPERSONATION, 第十六条第六项",
    })
    void eachGroundIsKeptWithItsItem(String ground, String sub, String article) {
        var complaint =
                ComplaintMother.received().does(Act.REFUSE, HANDLER, "ground", ground, "sub", sub, "facts", "事实");
        var refused = (Entry.Refused) complaint.last.entries().getFirst();
        assertThat(refused.grounds()).containsExactly(new Entry.Ground(ground, sub, null));
        assertThat(RefusalGround.valueOf(ground).article("order121")).isEqualTo(article);
        assertThat(complaint.last.warnings()).isEmpty();
    }

    @Test
    void severalGroundsAreStatedTogetherEachWithItsFacts() {
        var complaint = ComplaintMother.received()
                .does(
                        Act.REFUSE,
                        HANDLER,
                        "grounds",
                        List.of(
                                Map.of("code", "MATERIAL_MISSING_OR_FALSE", "sub", "MISSING_11", "facts", "没有授权书"),
                                Map.of("ground", "OTHER_LAW", "citation", "某条例第三条", "facts", "事实")),
                        "factors",
                        List.of("SHARED_CONTACT"));
        var refused = (Entry.Refused) complaint.last.entries().getFirst();
        assertThat(refused.grounds())
                .extracting(Entry.Ground::code)
                .containsExactly("MATERIAL_MISSING_OR_FALSE", "OTHER_LAW");
        assertThat(refused.grounds().getLast().citation()).isEqualTo("某条例第三条");
    }

    @Test
    void aGroundWithoutFactsOrALawWithoutCitationIsNotEnough() {
        var complaint = ComplaintMother.received();
        assertThat(faults(complaint.asks(Act.REFUSE, HANDLER))).containsExactly("grounds");
        assertThat(faults(complaint.asks(Act.REFUSE, HANDLER, "ground", "OVER_THREE_YEARS")))
                .containsExactly("facts");
        assertThat(faults(complaint.asks(Act.REFUSE, HANDLER, "ground", "OTHER_LAW", "facts", "x")))
                .containsExactly("citation");
    }

    @Test
    void refusingForMissingMaterialThatWasNeverAskedForIsWarnedOf() {
        var complaint = ComplaintMother.received();
        Object[] fields = {"ground", "MATERIAL_MISSING_OR_FALSE", "sub", "MISSING_10_1", "facts", "没有地址"};
        assertThat(((Decision.Taken) complaint.asks(Act.REFUSE, HANDLER, fields)).warnings())
                .singleElement()
                .asString()
                .contains("第十六条第五项");
        complaint.does(Act.REQUEST_MATERIAL, HANDLER, "items", "ADDRESS").at("2026-05-13T09:00");
        assertThat(((Decision.Taken) complaint.asks(Act.REFUSE, HANDLER, fields)).warnings())
                .isEmpty();
    }

    @Test
    void threeYearsAreCountedFromTheDayOneKnewToTheDayOfReceipt() {
        var complaint = ComplaintMother.received();
        Object[] early = {"ground", "OVER_THREE_YEARS", "facts", "2023年5月1日知道，最后一天遇劳动节顺延", "knewOn", "2023-05-01"};
        var refused = complaint.refuses(Act.REFUSE, HANDLER, early);
        assertThat(refused.articles()).containsExactly("第十六条第四项");
        complaint.does(Act.REFUSE, HANDLER, "ground", "OVER_THREE_YEARS", "facts", "x", "knewOn", "2023-04-30");
        assertThat(complaint.state.stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void aDistributedComplaintIsReturnedInsteadOfRefusedForNoAuthority() {
        var complaint = ComplaintMother.received();
        complaint.take(complaint.world.now(), Actor.SYSTEM, new Entry.Distributed("6208", "620823", false));
        var refused = complaint.refuses(
                Act.REFUSE, HANDLER, "ground", "OUT_OF_REMIT_OR_NO_AUTHORITY", "sub", "NO_AUTHORITY", "facts", "x");
        assertThat(refused.articles()).containsExactly("第四十一条");
        assertThat(refused.why()).contains("反馈退回");
    }

    @Test
    void aSecondPersonMayBeAskedForByTheAgencysSetting() {
        var complaint = ComplaintMother.received();
        complaint.world.with("refuse.secondPerson", "OVER_THREE_YEARS");
        Object[] fields = {"ground", "OVER_THREE_YEARS", "facts", "x"};
        assertThat(complaint.refuses(Act.REFUSE, HANDLER, fields).articles()).containsExactly("第十六条第四项");
        complaint.does(
                Act.REFUSE,
                HANDLER,
                "ground",
                "OVER_THREE_YEARS",
                "facts",
                "x",
                "approval",
                Map.of("by", "u-leader", "on", "2026-05-06", "paperNo", "复1号"));
    }

    @Test
    void aRefusalToldByLetterClosesTheCaseWhenItIsRecorded() {
        var complaint = ComplaintMother.byPhone()
                .does(Act.REFUSE, HANDLER, "ground", "ALREADY_HANDLED", "sub", "COURT", "facts", "x");
        assertThat(complaint.state.closedAt()).isNull();
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.duties().open())
                .extracting(Duty::form, Duty::article)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("F6", "第十五条第二款"));
        complaint.does(Act.RECORD_NOTICE, HANDLER, "form", "F6", "channel", "LETTER", "proof", "EMS1");
        assertThat(complaint.state.closedAt()).isNotNull();
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.MET);
    }

    @Test
    void aNoticeThatDidNotArriveOpensTheSevenDaysAgain() {
        var complaint =
                ComplaintMother.byPhone().does(Act.ACCEPT, HANDLER, "notice", Map.of("channel", "SMS", "proof", "S1"));
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.MET);
        complaint.does(Act.RECORD_NOTICE, HANDLER, "form", "F5", "channel", "SMS", "delivered", false);
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.is(Flag.NOTICE_FAILED)).isTrue();
        complaint.does(Act.RECORD_NOTICE, HANDLER, "form", "F5", "channel", "LETTER", "proof", "EMS1");
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.state.is(Flag.NOTICE_FAILED)).isFalse();
    }

    @Test
    void whereTheAgencyWantsDeliveryTheProgressPageIsNotEnough() {
        var complaint = ComplaintMother.received();
        complaint.world.with("notice.tellingPoint", "DELIVERED");
        complaint.does(Act.ACCEPT, HANDLER);
        assertThat(complaint.entries()).doesNotContain("AcceptanceNotified");
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void whatHappenedEarlierNeedsAPaperAndIsNeverBeforeItsTriggerNorInTheFuture() {
        var complaint = ComplaintMother.received().at("2026-05-11T09:00");
        assertThat(faults(complaint.asks(Act.ACCEPT, HANDLER, "occurredOn", "2026-05-08")))
                .containsExactly("paperNo");
        assertThat(faults(complaint.asks(Act.ACCEPT, HANDLER, "occurredOn", "2026-05-05", "paperNo", "1")))
                .containsExactly("occurredOn");
        assertThat(faults(complaint.asks(Act.ACCEPT, HANDLER, "occurredOn", "2026-05-12", "paperNo", "1")))
                .containsExactly("occurredOn");
        complaint.does(Act.ACCEPT, HANDLER, "occurredOn", "2026-05-08", "paperNo", "崇市监受〔2026〕1号");
        assertThat(complaint.due("order121.complaint.mediate")).isEqualTo(LocalDate.of(2026, 7, 7));
    }

    @Test
    void onlyTheHoldersOfficersDecide() {
        var stranger = new Actor("u-other", "620822", java.util.Set.of(Role.HANDLER));
        var refused = ComplaintMother.received().refuses(Act.ACCEPT, stranger);
        assertThat(refused.code()).isEqualTo("SCOPE");
        assertThat(refused.articles()).containsExactly("第四条");
    }

    static List<String> faults(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Invalid.class);
        return ((Decision.Invalid) decision)
                .faults().stream().map(Decision.FieldFault::field).toList();
    }
}
