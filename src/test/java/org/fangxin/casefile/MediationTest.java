package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.BODY;
import static org.fangxin.casefile.ComplaintMother.COMPLAINANT;
import static org.fangxin.casefile.ComplaintMother.HANDLER;
import static org.fangxin.casefile.ComplaintMother.LEADER;
import static org.fangxin.casefile.ComplaintMother.MEDIATOR;
import static org.fangxin.casefile.ComplaintMother.RESPONDENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.ComplaintFacts.Consent;
import org.junit.jupiter.api.Test;

/** Art. 18–22, 24: consent, sessions, recusal, entrusting, appraisal, agreement. */
class MediationTest {
    private static final String MED = "order121.complaint.mediate";

    @Test
    void silenceIsNoConsentWhereTheAgencyPresumesNone() {
        var complaint = ComplaintMother.accepted();
        complaint.world.with("consent.presumed", "NONE");
        complaint.does(Act.RECORD_CONSENT, RESPONDENT, "consent", "YES");
        assertThat(complaint.state.stage()).isEqualTo(Stage.ACCEPTED);
        complaint.does(Act.RECORD_CONSENT, COMPLAINANT, "consent", "YES");
        assertThat(complaint.state.stage()).isEqualTo(Stage.MEDIATING);
    }

    @Test
    void aRefusalToMediateIsRecordedAndMayBeChangedByAttending() {
        var complaint = ComplaintMother.accepted().does(Act.RECORD_CONSENT, RESPONDENT, "consent", "NO");
        assertThat(complaint.entries()).containsExactly("ConsentRefused");
        assertThat(complaint.state.complaint().mediation().respondent()).isEqualTo(Consent.NO);
        complaint.does(Act.HOLD_MEDIATION, MEDIATOR, "mode", "PHONE");
        assertThat(complaint.entries()).startsWith("MediationHeld").contains("MediationOpened");
        assertThat(complaint.state.stage()).isEqualTo(Stage.MEDIATING);
    }

    @Test
    void oneSideAloneOpensNoMediation() {
        var complaint =
                ComplaintMother.accepted().does(Act.HOLD_MEDIATION, MEDIATOR, "mode", "PHONE", "absent", "RESPONDENT");
        assertThat(complaint.state.stage()).isEqualTo(Stage.ACCEPTED);
        var objecting = ComplaintMother.accepted().does(Act.HOLD_MEDIATION, MEDIATOR, "objected", "RESPONDENT");
        assertThat(objecting.state.stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void anOnSiteSessionIsToldToBothSidesBeforehand() {
        var complaint = ComplaintMother.accepted()
                .does(
                        Act.SCHEDULE_MEDIATION,
                        HANDLER,
                        "at",
                        "2026-05-14T09:00",
                        "mode",
                        "ON_SITE",
                        "mediators",
                        "u-mediator");
        assertThat(complaint.last.warnings()).isEmpty();
        assertThat(complaint.state.duties().open())
                .extracting(Duty::form, Duty::to, Duty::article)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("F7", PartyRole.COMPLAINANT, "第二十条第二款"),
                        org.assertj.core.groups.Tuple.tuple("F7", PartyRole.RESPONDENT, "第二十条第二款"));
        assertThat(complaint.state.mediators()).containsExactly("u-mediator");
    }

    @Test
    void lessNoticeThanTheAgencysIsRefusedUnlessBothWaiveIt() {
        Object[] soon = {"at", "2026-05-08T09:00", "mode", "ON_SITE"};
        var refused = ComplaintMother.mediating().refuses(Act.SCHEDULE_MEDIATION, HANDLER, soon);
        assertThat(refused.code()).isEqualTo("LEAD");
        assertThat(refused.articles()).containsExactly("第二十条第二款");
        assertThat(refused.why()).contains("3 个工作日", "2026-05-11", "双方都同意");
        var planned = ComplaintMother.mediating()
                .does(Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-14T09:00", "mode", "ON_SITE");
        assertThat(planned.refuses(Act.RESCHEDULE_MEDIATION, HANDLER, soon).code())
                .isEqualTo("LEAD");
        var byPhone = ComplaintMother.mediating()
                .asks(Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-08T09:00", "mode", "PHONE");
        assertThat(byPhone).isInstanceOf(Decision.Taken.class);
    }

    @Test
    void mediationRestsUntilARecusalIsDecidedButThePartiesMaySettleAlone() {
        var complaint = ComplaintMother.held();
        LocalDate due = complaint.due(MED);
        complaint.does(Act.REQUEST_RECUSAL, RESPONDENT, "mediator", "u-mediator", "reason", "投诉人的近亲属");
        assertThat(complaint.refuses(Act.HOLD_MEDIATION, MEDIATOR).articles()).containsExactly("第二十一条");
        assertThat(complaint.refuses(Act.SETTLE, HANDLER, "mode", "MEDIATED").articles())
                .containsExactly("第二十一条");
        assertThat(complaint.due(MED)).isEqualTo(due);
        assertThat(complaint.asks(Act.SETTLE, COMPLAINANT, "statement", "我们自己谈好了"))
                .isInstanceOf(Decision.Taken.class);
    }

    @Test
    void aGrantedRecusalEndsAccessInTheSameStep() {
        var complaint =
                ComplaintMother.held().does(Act.REQUEST_RECUSAL, RESPONDENT, "mediator", "u-mediator", "reason", "x");
        assertThat(complaint
                        .refuses(Act.DECIDE_RECUSAL, HANDLER, "result", "GRANTED")
                        .articles())
                .containsExactly("第二十一条");
        complaint.does(Act.DECIDE_RECUSAL, LEADER, "result", "GRANTED", "newMediator", "u-new");
        assertThat(complaint.state.recused()).containsExactly("u-mediator");
        assertThat(complaint.state.mediators()).containsExactly("u-new");
        assertThat(complaint.refuses(Act.HOLD_MEDIATION, MEDIATOR).code()).isEqualTo("RECUSED");
        assertThat(Procedures.available(complaint.state, MEDIATOR, complaint.world.world()))
                .isEmpty();
    }

    @Test
    void aDeniedRecusalLetsMediationGoOn() {
        var complaint = ComplaintMother.held()
                .does(Act.REQUEST_RECUSAL, RESPONDENT, "mediator", "u-mediator", "reason", "x")
                .does(Act.DECIDE_RECUSAL, LEADER, "result", "DENIED");
        assertThat(complaint.state.is(Flag.RECUSAL_PENDING)).isFalse();
        complaint.does(Act.HOLD_MEDIATION, MEDIATOR);
    }

    @Test
    void nobodyDecidesOnHisOwnRecusal() {
        var complaint =
                ComplaintMother.held().does(Act.REQUEST_RECUSAL, RESPONDENT, "mediator", "u-leader", "reason", "x");
        assertThat(complaint
                        .refuses(Act.DECIDE_RECUSAL, LEADER, "result", "DENIED")
                        .code())
                .isEqualTo("HIMSELF");
        Map<String, Object> approval = Map.of("by", "u-leader", "on", "2026-05-15", "paperNo", "1");
        assertThat(complaint
                        .refuses(Act.DECIDE_RECUSAL, HANDLER, "result", "DENIED", "approval", approval)
                        .code())
                .isEqualTo("HIMSELF");
    }

    @Test
    void entrustingNeedsBothSidesAndIsNotPassedOn() {
        var complaint = ComplaintMother.mediating();
        assertThat(complaint
                        .refuses(Act.ENTRUST, HANDLER, "body", "县消协", "consents", "COMPLAINANT")
                        .articles())
                .containsExactly("第十九条第一款");
        assertThat(complaint.refuses(Act.HOLD_MEDIATION, BODY).articles()).containsExactly("第十九条第二款");
        LocalDate due = complaint.due(MED);
        complaint.does(Act.ENTRUST, HANDLER, "body", "县消协", "consents", List.of("COMPLAINANT", "RESPONDENT"));
        assertThat(complaint.due(MED)).isEqualTo(due);
        assertThat(complaint
                        .refuses(Act.ENTRUST, BODY, "body", "镇调委会", "consents", List.of("COMPLAINANT", "RESPONDENT"))
                        .articles())
                .containsExactly("第十九条第二款");
        complaint.does(Act.HOLD_MEDIATION, BODY, "mode", "PHONE").does(Act.SETTLE, BODY, "terms", "退货退款");
        assertThat(complaint.state.stage()).isEqualTo(Stage.AGREED);
        assertThat(complaint.state.is(Flag.ENTRUSTED)).isFalse();
    }

    @Test
    void theDaysOfAppraisalAreNotCounted() {
        var complaint = appraisable();
        complaint
                .at("2026-06-10T10:00")
                .does(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "崇检委〔2026〕3号", "attachments", "a-1");
        assertThat(complaint.clock(MED).state()).isEqualTo(Clock.State.PAUSED);
        assertThat(complaint
                        .refuses(Act.TERMINATE_MEDIATION, HANDLER, "ground", "TIME_LIMIT", "facts", "x")
                        .articles())
                .containsExactly("第二十三条第一款第五项");
        complaint
                .at("2026-07-01T10:00")
                .does(Act.RECEIVE_APPRAISAL_RESULT, HANDLER, "paperNo", "检〔2026〕88号", "attachments", "a-1");
        assertThat(complaint.clock(MED).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.due(MED)).isEqualTo(LocalDate.of(2026, 8, 21));
    }

    @Test
    void anAppraisalIsCommissionedOnlyWithBodyAndCostSettled() {
        var complaint = ComplaintMother.mediating();
        assertThat(complaint
                        .refuses(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "1", "attachments", "a-1")
                        .articles())
                .containsExactly("第二十二条");
        complaint.does(Act.PROPOSE_APPRAISAL, COMPLAINANT).does(Act.AGREE_APPRAISAL_COST, HANDLER);
        assertThat(complaint
                        .refuses(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "1", "attachments", "a-1")
                        .code())
                .isEqualTo("NOT_SETTLED");
        complaint.does(Act.DESIGNATE_APPRAISAL_BODY, HANDLER, "body", "市质检所", "facts", "双方没有商定");
        assertThat(complaint
                        .refuses(Act.DESIGNATE_APPRAISAL_BODY, HANDLER, "body", "省质检所")
                        .code())
                .isEqualTo("BODY_SET");
        complaint.does(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "1", "attachments", "a-1");
    }

    @Test
    void givingUpAnAppraisalLetsTheDaysRunAgain() {
        var complaint = appraisable();
        complaint.at("2026-06-10T10:00").does(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "1", "attachments", "a-1");
        complaint.at("2026-06-15T10:00").does(Act.ABANDON_APPRAISAL, HANDLER, "reason", "样品损坏");
        assertThat(complaint.clock(MED).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.is(Flag.APPRAISAL_RUNNING)).isFalse();
        complaint.does(Act.PROPOSE_APPRAISAL, COMPLAINANT);
    }

    @Test
    void anOnSiteAgreementNeedsALetterUnlessPerformedOrWaived() {
        var complaint = ComplaintMother.held();
        assertThat(complaint
                        .refuses(Act.SETTLE, HANDLER, "letter", "NOT_ON_SITE")
                        .articles())
                .containsExactly("第二十四条");
        assertThat(ComplaintMother.held()
                        .does(Act.SETTLE, HANDLER, "terms", "退货退款")
                        .state
                        .duties()
                        .open())
                .extracting(Duty::form)
                .containsExactly("F9", "F9");
        var waived = ComplaintMother.held().does(Act.SETTLE, HANDLER, "letter", "WAIVED_BY_BOTH", "terms", "退货退款");
        assertThat(waived.state.duties().open()).isEmpty();
        waived.does(Act.ARCHIVE, HANDLER);
    }

    @Test
    void aLetterIsSignedByBothAndHandedOverNotMerelyTold() {
        var complaint = ComplaintMother.agreed();
        assertThat(complaint
                        .refuses(Act.SIGN_LETTER, MEDIATOR, "sealNo", "1", "signedBy", "COMPLAINANT")
                        .articles())
                .containsExactly("第二十四条");
        assertThat(complaint
                        .refuses(Act.RECORD_NOTICE, HANDLER, "form", "F9", "to", "RESPONDENT", "channel", "SMS")
                        .why())
                .contains("制作调解书");
        complaint.does(Act.SIGN_LETTER, MEDIATOR, "sealNo", "1", "signedBy", List.of("COMPLAINANT", "RESPONDENT"));
        assertThat(complaint.state.duties().open()).isEmpty();
    }

    @Test
    void withoutModeASettlementAfterMediationIsAMediatedOneElseTheirOwn() {
        assertThat(ComplaintMother.held()
                        .does(Act.SETTLE, HANDLER, "terms", "退货退款")
                        .state
                        .stage())
                .isEqualTo(Stage.AGREED);
        assertThat(ComplaintMother.mediating()
                        .does(Act.SETTLE, HANDLER, "statement", "自行和解")
                        .entries())
                .startsWith("SelfSettled", "MediationTerminated");
        var early = ComplaintMother.received().does(Act.SETTLE, COMPLAINANT, "statement", "自行和解");
        assertThat(early.entries()).startsWith("SelfSettled", "Withdrawn");
        assertThat(early.clock("order121.complaint.accept").state()).isEqualTo(Clock.State.LIFTED);
        assertThat(ComplaintMother.received()
                        .refuses(Act.SETTLE, HANDLER, "mode", "MEDIATED")
                        .articles())
                .containsExactly("第十五条第一款");
    }

    @Test
    void aNonPerformanceMakesTheOtherWaysKnown() {
        var complaint = ComplaintMother.agreed().does(Act.RECORD_PERFORMANCE, HANDLER, "result", "NOT");
        assertThat(complaint.state.duties().open()).extracting(Duty::article).contains("第二十五条");
        assertThat(ComplaintMother.terminated()
                        .refuses(Act.RECORD_PERFORMANCE, HANDLER, "result", "NOT")
                        .articles())
                .containsExactly("第二十三条第一款");
    }

    @Test
    void theExcludedDaysOfAnAppraisalAreProvenByPaper() {
        var complaint = appraisable();
        LocalDate due = complaint.due(MED);
        assertThat(complaint.at("2026-06-10T10:00").asks(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "委1号"))
                .isInstanceOf(Decision.Invalid.class);
        assertThat(complaint.due(MED)).isEqualTo(due);
        complaint.does(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "委1号", "attachments", "a-1");
        assertThat(complaint.at("2026-06-30T10:00").asks(Act.RECEIVE_APPRAISAL_RESULT, HANDLER, "paperNo", "报1号"))
                .isInstanceOf(Decision.Invalid.class);
        complaint.does(Act.RECEIVE_APPRAISAL_RESULT, HANDLER, "paperNo", "报1号", "attachments", "a-2");
        assertThat(complaint.due(MED)).isEqualTo(due.plusDays(20));
    }

    @Test
    void theCostOfAnAppraisalAddsUp() {
        var complaint = ComplaintMother.mediating().does(Act.PROPOSE_APPRAISAL, COMPLAINANT);
        assertThat(complaint.asks(
                        Act.AGREE_APPRAISAL_COST,
                        HANDLER,
                        "cost",
                        "800",
                        "complainantPays",
                        "300",
                        "respondentPays",
                        "400"))
                .isInstanceOf(Decision.Invalid.class);
        complaint.does(
                Act.AGREE_APPRAISAL_COST, HANDLER, "cost", "800", "complainantPays", "300", "respondentPays", "500");
    }

    @Test
    void aMovedSessionIsToldAnewAndTheOldTimeNoLonger() {
        var complaint = ComplaintMother.mediating();
        assertThat(complaint
                        .refuses(Act.RESCHEDULE_MEDIATION, HANDLER, "at", "2026-05-20T09:00")
                        .code())
                .isEqualTo("NOT_PLANNED");
        complaint.does(Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-15T09:00", "mode", "ON_SITE");
        complaint.does(Act.ASK_RESCHEDULE, RESPONDENT, "wish", "下周三以后");
        assertThat(complaint.state.is(Flag.RESCHEDULE_ASKED)).isTrue();
        complaint.does(Act.RESCHEDULE_MEDIATION, HANDLER, "at", "2026-05-21T09:00", "asked", "RESPONDENT");
        assertThat(complaint.state.is(Flag.RESCHEDULE_ASKED)).isFalse();
        assertThat(complaint.state.complaint().mediation().scheduled())
                .extracting(session -> session.at().toString())
                .containsExactly("2026-05-21T01:00:00Z");
        assertThat(complaint.state.duties().open()).extracting(Duty::form).containsExactly("F7", "F7");
    }

    @Test
    void thatBothWaivedTheNoticeIsInTheJournal() {
        var complaint = ComplaintMother.mediating()
                .does(Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-08T09:00", "mode", "ON_SITE", "leadWaived", true);
        assertThat(complaint.last.warnings()).isEmpty();
        var entry = (org.fangxin.casefile.entry.Entry.MediationScheduled)
                complaint.last.entries().getFirst();
        assertThat(entry.leadWaived()).isTrue();
    }

    @Test
    void aBodyWhoseTrustIsOverMediatesNoMore() {
        var complaint = ComplaintMother.mediating()
                .does(
                        Act.ENTRUST,
                        HANDLER,
                        "body",
                        "县消协",
                        "consents",
                        List.of("COMPLAINANT", "RESPONDENT"),
                        "until",
                        "2026-05-20");
        complaint.at("2026-05-21T09:00");
        assertThat(complaint.refuses(Act.HOLD_MEDIATION, BODY).code()).isEqualTo("TRUST_OVER");
    }

    @Test
    void anAgreementOfWhichNothingIsWrittenIsNone() {
        var held = ComplaintMother.held();
        assertThat(held.asks(Act.SETTLE, HANDLER, "amount", "100", "letter", "MADE")
                        .toString())
                .contains("items", "协议的各项", "协议内容");
        assertThat(held.asks(Act.SETTLE, HANDLER, "mode", "SELF").toString()).contains("statement", "当事人的说明");
        assertThat(ComplaintMother.received()
                        .asks(Act.SETTLE, COMPLAINANT, "terms", "退款")
                        .toString())
                .contains("statement");
        assertThat(held.state.stage()).isEqualTo(Stage.MEDIATING);
    }

    @Test
    void anAgreementIsWrittenPointByPointAndItsTotalIsTheirSum() {
        var complaint = ComplaintMother.held();
        List<Map<String, Object>> items = List.of(
                Map.of("what", "退货款", "who", "RESPONDENT", "amount", "1500.00", "by", "2026-05-20"),
                Map.of("what", "补偿", "who", "RESPONDENT", "amount", "80.50", "by", "2026-05-25"),
                Map.of("what", "退回冰箱", "who", "COMPLAINANT"));
        assertThat(complaint.asks(Act.SETTLE, HANDLER, "items", items, "amount", "1500.00"))
                .isInstanceOf(Decision.Invalid.class);
        complaint.does(Act.SETTLE, HANDLER, "items", items, "letter", "WAIVED_BY_BOTH");
        var reached = (org.fangxin.casefile.entry.Entry.AgreementReached)
                complaint.last.entries().getFirst();
        assertThat(reached.amount()).isEqualByComparingTo("1580.50");
        assertThat(reached.performBy()).isEqualTo(LocalDate.of(2026, 5, 25));
        assertThat(reached.toString()).doesNotContain("退货款");
        assertThat(complaint.state.complaint().agreement().points()).hasSize(3);
        var faulty = List.of(Map.of("what", "退货款", "by", "2026-05-01"));
        assertThat(ComplaintMother.held()
                        .asks(Act.SETTLE, HANDLER, "items", faulty)
                        .toString())
                .contains("items[0].by");
    }

    @Test
    void eachPointIsFollowedUpOnceBeforeItsDayAndOnceAfter() {
        List<Map<String, Object>> items = List.of(
                Map.of("what", "退货款", "amount", "100", "by", "2026-05-20"), Map.of("what", "换新机", "by", "2026-06-20"));
        var complaint = ComplaintMother.held().does(Act.SETTLE, HANDLER, "items", items, "letter", "WAIVED_BY_BOTH");
        complaint.at("2026-05-19T09:00").does(Act.REMIND_PERFORMANCE, Actor.SYSTEM, "item", 1);
        assertThat(complaint.state.is(Flag.PERFORMANCE_DUE)).isTrue();
        assertThat(complaint.state.duties().open()).extracting(Duty::to).containsExactly(PartyRole.RESPONDENT);
        assertThat(complaint
                        .refuses(Act.REMIND_PERFORMANCE, Actor.SYSTEM, "item", 1)
                        .code())
                .isEqualTo("REMINDED");
        complaint.at("2026-05-21T09:00").does(Act.REMIND_PERFORMANCE, Actor.SYSTEM, "item", 1);
        assertThat(complaint.state.is(Flag.PERFORMANCE_OVERDUE)).isTrue();
        complaint.does(Act.RECORD_PERFORMANCE, HANDLER, "result", "NOT", "item", 1);
        assertThat(complaint.state.duties().open()).extracting(Duty::article).contains("第二十五条");
        complaint.does(Act.RECORD_PERFORMANCE, HANDLER, "result", "PERFORMED", "item", 1);
        assertThat(complaint.state.flags()).doesNotContain(Flag.PERFORMANCE_DUE, Flag.PERFORMANCE_OVERDUE);
        assertThat(complaint.refuses(Act.REMIND_PERFORMANCE, HANDLER, "item", 1).code())
                .isEqualTo("PERFORMED");
        assertThat(complaint.asks(Act.RECORD_PERFORMANCE, HANDLER, "result", "PERFORMED", "item", 3))
                .isInstanceOf(Decision.Invalid.class);
    }

    static ComplaintMother appraisable() {
        return ComplaintMother.received("WEB", "2026-06-01T09:00")
                .does(Act.ACCEPT, HANDLER)
                .does(Act.RECORD_CONSENT, RESPONDENT, "consent", "YES")
                .does(Act.PROPOSE_APPRAISAL, COMPLAINANT)
                .does(Act.AGREE_APPRAISAL_BODY, HANDLER, "body", "市质检所")
                .does(Act.AGREE_APPRAISAL_COST, HANDLER, "shares", "被投诉人承担");
    }
}
