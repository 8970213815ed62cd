package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.CHONGXIN;
import static org.fangxin.casefile.CaseWalk.CITY_INTAKE;
import static org.fangxin.casefile.CaseWalk.CITY_SUPERIOR;
import static org.fangxin.casefile.CaseWalk.HANDLER;
import static org.fangxin.casefile.CaseWalk.INTAKE;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.CaseWalk.NEIGHBOUR;
import static org.fangxin.casefile.CaseWalk.NEIGHBOUR_HANDLER;
import static org.fangxin.casefile.CaseWalk.PINGLIANG;
import static org.fangxin.casefile.CaseWalk.PROVINCE_SUPERIOR;
import static org.fangxin.casefile.CaseWalk.STATION;
import static org.fangxin.casefile.CaseWalk.STATION_HANDLER;
import static org.fangxin.casefile.CaseWalk.UNIT_HEAD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;

/** Who has a case: distribution and return (Art. 41), superiors (Art. 13; PP 15, 16), disputes (Art. 33; PP 13). */
class HandingOnTest {
    private static final String ACC = "order121.complaint.accept";
    private static final String VER = "penalty.report.verify";
    private static final String DSP = "order121.dispute.negotiate";

    private static CaseWalk atCity(Kind kind) {
        return CaseWalk.of(kind, PINGLIANG, "2026-05-06T09:00", "SUBMISSION", "REAL_NAME");
    }

    private static CaseWalk distributed(Kind kind) {
        return atCity(kind).at("2026-05-08T15:00").does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN);
    }

    private static CaseWalk disputed(Kind kind) {
        return CaseWalk.of(kind, CHONGXIN, "2026-05-06T10:00", "SUBMISSION", "REAL_NAME")
                .does(Act.RAISE_DISPUTE, HANDLER, "agencies", List.of(NEIGHBOUR));
    }

    @Test
    void aLowerAgencysSevenDaysBeginAtItsOwnReceipt() {
        CaseWalk complaint = distributed(Kind.COMPLAINT);
        assertThat(complaint.entries()).startsWith("Distributed", "Received");
        assertThat(complaint.state.agency()).isEqualTo(CHONGXIN);
        assertThat(complaint.due(ACC)).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(complaint.state.clocks().all())
                .filteredOn(clock -> clock.rule().equals(ACC))
                .extracting(Clock::state)
                .containsExactly(Clock.State.LIFTED, Clock.State.RUNNING);
    }

    @Test
    void aLowerAgencysVerificationBeginsAtItsOwnReceiptToo() {
        CaseWalk report = distributed(Kind.REPORT);
        assertThat(report.due(VER)).isEqualTo(LocalDate.of(2026, 5, 28));
        assertThat(report.state.law()).isEqualTo("order121");
    }

    @Test
    void insideOneAgencyNothingBeginsAnew() {
        CaseWalk complaint = CaseWalk.complaint().at("2026-05-08T15:00").does(Act.DISTRIBUTE, INTAKE, "to", STATION);
        assertThat(complaint.state.agency()).isEqualTo(STATION);
        assertThat(complaint.due(ACC)).isEqualTo(LocalDate.of(2026, 5, 14));
    }

    @Test
    void theReceiverConfirmsOnceAndTheSenderDoesNot() {
        CaseWalk complaint = distributed(Kind.COMPLAINT);
        assertThat(complaint.asks(Act.CONFIRM_RECEIPT, CITY_INTAKE)).isInstanceOf(Decision.Refused.class);
        complaint.does(Act.CONFIRM_RECEIPT, INTAKE);
        assertThat(complaint.clockOf("promise.timely.receive")).isEqualTo(Clock.State.MET);
        assertThat(complaint.refuses(Act.CONFIRM_RECEIPT, INTAKE).code()).isEqualTo("NOTHING_TO_CONFIRM");
    }

    @Test
    void aUnitThatReceivedByDistributionNeverForwards() {
        CaseWalk complaint = CaseWalk.complaint().does(Act.DISTRIBUTE, INTAKE, "to", STATION);
        Decision.Refused no = complaint.refuses(Act.DISTRIBUTE, STATION_HANDLER, "to", CHONGXIN);
        assertThat(no.articles()).containsExactly("第四十一条");
        assertThat(no.why()).contains("不得自行移送", "反馈退回");
    }

    @Test
    void aCountysIntakePassesTheCitysCaseOnlyDownItsOwnTree() {
        CaseWalk complaint = distributed(Kind.COMPLAINT);
        assertThat(complaint.refuses(Act.DISTRIBUTE, INTAKE, "to", NEIGHBOUR).articles())
                .containsExactly("第四十一条");
        complaint.does(Act.DISTRIBUTE, INTAKE, "to", STATION).does(Act.RETURN, STATION_HANDLER, "reason", "不归本所");
        assertThat(complaint.state.agency()).isEqualTo(CHONGXIN);
        assertThat(complaint.state.distributedBy()).isEqualTo(PINGLIANG);
        complaint.does(Act.RETURN, INTAKE, "reason", "本县没有处理权限");
        assertThat(complaint.state.agency()).isEqualTo(PINGLIANG);
        assertThat(complaint.state.distributedBy()).isNull();
    }

    @Test
    void aReturnGoesOnlyToTheIntakeThatSentIt() {
        CaseWalk complaint = distributed(Kind.COMPLAINT);
        Decision.Refused no = complaint.refuses(Act.RETURN, HANDLER, "reason", "无权限", "to", NEIGHBOUR);
        assertThat(no.articles()).containsExactly("第四十一条");
        assertThat(CaseWalk.complaint()
                        .refuses(Act.RETURN, HANDLER, "reason", "无权限")
                        .code())
                .isEqualTo("NOT_DISTRIBUTED");
    }

    @Test
    void aReturnedCaseCountsAtTheIntakeFromItsFirstReceipt() {
        CaseWalk complaint = distributed(Kind.COMPLAINT)
                .at("2026-05-11T09:00")
                .does(Act.RETURN, HANDLER, "reason", "无权限", "suggested", NEIGHBOUR);
        assertThat(complaint.due(ACC)).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(complaint.state.returns()).isEqualTo(1);
    }

    @Test
    void theThirdReturnBecomesADispute() {
        CaseWalk complaint = distributed(Kind.COMPLAINT)
                .does(Act.RETURN, HANDLER, "reason", "一")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN)
                .does(Act.RETURN, HANDLER, "reason", "二")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN);
        Decision.Refused no = complaint.refuses(Act.RETURN, HANDLER, "reason", "三");
        assertThat(no.articles()).contains("第三十三条");
        assertThat(no.why()).contains("提出权限争议");
    }

    @Test
    void anAgencyThatTheFactsDoNotSupportGetsNothing() {
        CaseWalk complaint = atCity(Kind.COMPLAINT);
        complaint.world.competent(NEIGHBOUR);
        assertThat(complaint
                        .refuses(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN)
                        .articles())
                .containsExactly("第四十一条");
        complaint.does(Act.DISTRIBUTE, CITY_INTAKE, "to", NEIGHBOUR);
    }

    @Test
    void onlyStaffOfTheHolderIsAssignedAndOnlyWhileItIsOpen() {
        CaseWalk complaint = CaseWalk.complaint();
        assertThat(complaint.asks(Act.ASSIGN, UNIT_HEAD, "persons", List.of("u-neighbour")))
                .isInstanceOf(Decision.Invalid.class);
        assertThat(complaint.asks(Act.ASSIGN, UNIT_HEAD, "persons", List.of("nobody")))
                .isInstanceOf(Decision.Invalid.class);
        complaint.does(Act.ASSIGN, UNIT_HEAD, "persons", List.of("u-station"));
        assertThat(complaint.state.handlers()).containsExactly("u-station");
        assertThat(CaseWalk.declined()
                        .refuses(Act.ASSIGN, UNIT_HEAD, "persons", List.of("u-second"))
                        .code())
                .isEqualTo("STAGE");
    }

    @Test
    void onlyASuperiorTakesUpAndTheClocksRunOn() {
        CaseWalk complaint = CaseWalk.complaint();
        assertThat(complaint.refuses(Act.TAKE_UP, LEADER).articles()).containsExactly("第十三条第四款");
        assertThat(complaint.refuses(Act.TAKE_UP, NEIGHBOUR_HANDLER).articles()).containsExactly("第十三条第四款");
        complaint.at("2026-05-08T09:00").does(Act.TAKE_UP, CITY_SUPERIOR);
        assertThat(complaint.state.agency()).isEqualTo(PINGLIANG);
        assertThat(complaint.due(ACC)).isEqualTo(LocalDate.of(2026, 5, 14));
    }

    @Test
    void aSuperiorIsAskedByTheLeaderAndDecides() {
        CaseWalk complaint = CaseWalk.complaint();
        assertThat(complaint
                        .refuses(Act.ASK_SUPERIOR, HANDLER, "reason", "涉及多县")
                        .articles())
                .containsExactly("第十三条第五款");
        complaint.does(Act.ASK_SUPERIOR, LEADER, "reason", "涉及多县");
        assertThat(complaint.state.is(Flag.SUPERIOR_ASKED)).isTrue();
        assertThat(complaint.due("promise.designation.complaint")).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(complaint
                        .refuses(Act.DECIDE_ASK, PROVINCE_SUPERIOR, "decision", "TAKEN")
                        .code())
                .isEqualTo("SUPERIOR_ONLY");
        complaint.does(Act.DECIDE_ASK, CITY_SUPERIOR, "decision", "REMAINS");
        assertThat(complaint.state.agency()).isEqualTo(CHONGXIN);
        assertThat(complaint.state.is(Flag.SUPERIOR_ASKED)).isFalse();
        assertThat(complaint.clockOf("promise.designation.complaint")).isEqualTo(Clock.State.MET);
    }

    @Test
    void aReportsSuperiorAnswersInSevenWorkingDaysOfLaw() {
        CaseWalk report = CaseWalk.report().does(Act.ASK_SUPERIOR, LEADER, "reason", "难以办理");
        assertThat(report.due("penalty.designation.decide")).isEqualTo(LocalDate.of(2026, 5, 14));
        report.does(Act.DECIDE_ASK, CITY_SUPERIOR, "decision", "TAKEN");
        assertThat(report.state.agency()).isEqualTo(PINGLIANG);
        assertThat(report.clockOf("penalty.designation.decide")).isEqualTo(Clock.State.MET);
        assertThat(report.counts(VER)).isTrue();
    }

    @Test
    void aDisputeNeedsTwoAgenciesAndIsAgreedByOneOfThem() {
        CaseWalk complaint = CaseWalk.complaint();
        assertThat(complaint
                        .refuses(Act.RAISE_DISPUTE, HANDLER, "agencies", List.of(STATION))
                        .articles())
                .containsExactly("第三十三条");
        complaint.does(Act.RAISE_DISPUTE, HANDLER, "agencies", List.of(NEIGHBOUR));
        assertThat(complaint.due(DSP)).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(complaint.counts(ACC)).isTrue();
        assertThat(complaint
                        .refuses(Act.AGREE_DISPUTE, HANDLER, "holder", "620822")
                        .articles())
                .containsExactly("第三十三条");
        complaint.at("2026-05-11T09:00").does(Act.AGREE_DISPUTE, NEIGHBOUR_HANDLER, "holder", NEIGHBOUR);
        assertThat(complaint.state.agency()).isEqualTo(NEIGHBOUR);
        assertThat(complaint.clockOf(DSP)).isEqualTo(Clock.State.MET);
        assertThat(complaint.due(ACC)).isEqualTo(LocalDate.of(2026, 5, 20));
    }

    @Test
    void onlyTheCommonSuperiorDesignates() {
        CaseWalk complaint = disputed(Kind.COMPLAINT);
        assertThat(complaint.refuses(Act.DESIGNATE, LEADER, "holder", NEIGHBOUR).articles())
                .containsExactly("第三十三条");
        assertThat(complaint
                        .refuses(Act.DESIGNATE, PROVINCE_SUPERIOR, "holder", NEIGHBOUR)
                        .articles())
                .containsExactly("第三十三条");
        assertThat(complaint
                        .refuses(Act.ASK_DESIGNATION, HANDLER, "superior", "62")
                        .code())
                .isEqualTo("COMMON_SUPERIOR");
        complaint.does(Act.ASK_DESIGNATION, HANDLER).does(Act.DESIGNATE, CITY_SUPERIOR, "holder", CHONGXIN);
        assertThat(complaint.state.agency()).isEqualTo(CHONGXIN);
        assertThat(complaint.state.is(Flag.JURISDICTION_DISPUTED)).isFalse();
        assertThat(complaint.due(ACC)).isEqualTo(LocalDate.of(2026, 5, 14));
    }

    @Test
    void aDesignatedHolderIsNotAskedForItsCompetenceAgain() {
        CaseWalk report = disputed(Kind.REPORT);
        report.world.competent(CHONGXIN);
        report.at("2026-05-12T09:00").does(Act.DESIGNATE, CITY_SUPERIOR, "holder", NEIGHBOUR);
        assertThat(report.entries()).startsWith("Designated", "Received");
        assertThat(report.due(VER)).isEqualTo(LocalDate.of(2026, 6, 2));
        assertThat(report.state.holding().settled()).isTrue();
    }

    @Test
    void acceptingEndsADispute() {
        CaseWalk complaint = disputed(Kind.COMPLAINT).does(Act.ACCEPT, HANDLER);
        assertThat(complaint.counts(DSP)).isFalse();
        assertThat(complaint.state.is(Flag.JURISDICTION_DISPUTED)).isFalse();
    }

    @Test
    void aFiledCaseIsDisputedByThePenaltyProcedure() {
        CaseWalk filed = CaseWalk.filed().does(Act.RAISE_DISPUTE, HANDLER, "agencies", List.of(NEIGHBOUR));
        assertThat(filed.counts("penalty.dispute.negotiate")).isTrue();
        assertThat(filed.refuses(Act.RAISE_DISPUTE, HANDLER, "agencies", List.of(NEIGHBOUR))
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第十三条");
        filed.at("2026-05-25T09:00").does(Act.DESIGNATE, CITY_SUPERIOR, "holder", NEIGHBOUR);
        assertThat(filed.state.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(filed.counts("penalty.case.decide")).isFalse();
        assertThat(filed.due(VER)).isEqualTo(LocalDate.of(2026, 6, 15));
    }

    @Test
    void underOrder20DisputesCiteItsArticle30() {
        CaseWalk old = CaseWalk.of(Kind.COMPLAINT, CHONGXIN, "2026-04-07T10:00", "SUBMISSION");
        assertThat(old.refuses(Act.AGREE_DISPUTE, HANDLER, "holder", CHONGXIN).articles())
                .containsExactly("《市场监督管理投诉举报处理暂行办法》第三十条");
        old.does(Act.RAISE_DISPUTE, HANDLER, "agencies", List.of(NEIGHBOUR));
        assertThat(old.counts("order20.dispute.negotiate")).isTrue();
        old.at("2026-05-06T09:00").does(Act.DESIGNATE, CITY_SUPERIOR, "holder", NEIGHBOUR);
        assertThat(old.state.law()).isEqualTo("order20");
        assertThat(old.counts("order20.complaint.accept")).isTrue();
    }

    @Test
    void anOfficerOfAnotherAgencyDoesNothingHere() {
        assertThat(CaseWalk.report()
                        .refuses(Act.VERIFY, new Actor("u-x", NEIGHBOUR, INVESTIGATOR.roles()))
                        .code())
                .isEqualTo("SCOPE");
    }

    @Test
    void whatIsSentElsewhereReplaysToTheSameState() {
        CaseWalk complaint = distributed(Kind.COMPLAINT)
                .does(Act.RETURN, HANDLER, "reason", "一")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN);
        assertThat(Procedures.replay(complaint.caseNo, complaint.journal)).isEqualTo(complaint.state);
        CaseWalk closed = CaseWalk.closed();
        assertThat(Procedures.replay(closed.caseNo, closed.journal)).isEqualTo(closed.state);
    }

    @Test
    void aPlaceToArriveIsPromisedFromTheReceipt() {
        CaseWalk complaint = CaseWalk.complaint().does(Act.DISPATCH, HANDLER, "area", "RURAL");
        Clock arrive = complaint.clock("promise.arrive.rural");
        assertThat(arrive.startedAt()).isEqualTo(complaint.state.receivedAt());
        complaint.does(Act.RECORD_ARRIVAL, HANDLER);
        assertThat(complaint.clockOf("promise.arrive.rural")).isEqualTo(Clock.State.MET);
    }

    @Test
    void foodAtRiskIsPromisedOffTheShelf() {
        CaseWalk report = CaseWalk.report();
        assertThat(report.refuses(Act.RECORD_OFFSHELF, HANDLER).code()).isEqualTo("NO_RISK");
        report.does(Act.FLAG_FOOD_RISK, HANDLER);
        assertThat(report.counts("promise.offshelf.food")).isTrue();
        assertThat(report.refuses(Act.FLAG_FOOD_RISK, HANDLER).code()).isEqualTo("FLAGGED");
        report.does(Act.RECORD_OFFSHELF, HANDLER);
        assertThat(report.clockOf("promise.offshelf.food")).isEqualTo(Clock.State.MET);
    }

    /** No shelf was emptied: the promise is not kept but no longer owed, and no officer can say so by hand. */
    @Test
    void anOrderThatIsLiftedEndsThePromiseWithoutAnEmptyShelf() {
        CaseWalk report = CaseWalk.report();
        assertThat(report.refuses(Act.LIFT_OFFSHELF, Actor.SYSTEM, "paperNo", "解除下架〔2026〕第1号")
                        .code())
                .isEqualTo("NO_PROMISE");
        report.does(Act.FLAG_FOOD_RISK, HANDLER);
        report.does(Act.LIFT_OFFSHELF, Actor.SYSTEM, "paperNo", "解除下架〔2026〕第1号");
        assertThat(report.clockOf("promise.offshelf.food")).isEqualTo(Clock.State.LIFTED);
        assertThat(Procedures.rule(Act.LIFT_OFFSHELF, Kind.REPORT).orElseThrow().roles())
                .containsExactly(Role.SYSTEM);
    }

    @Test
    void referredCasesPromiseACallAndAClosedOneFeedback() {
        CaseWalk report = distributed(Kind.REPORT).does(Act.RECORD_CONTACT, HANDLER);
        assertThat(report.clockOf("promise.contact.referred")).isEqualTo(Clock.State.MET);
        report.does(Act.DECLINE_FILING, LEADER, "ground", "NO_SUBJECTIVE_FAULT");
        assertThat(report.counts("promise.timely.feedback")).isTrue();
        report.does(Act.GIVE_FEEDBACK, HANDLER);
        assertThat(report.clockOf("promise.timely.feedback")).isEqualTo(Clock.State.MET);
    }

    @Test
    void anApprovalByPaperNeedsItsNumber() {
        Decision answer = CaseWalk.complaint()
                .asks(
                        Act.ASK_SUPERIOR,
                        HANDLER,
                        "reason",
                        "涉及多县",
                        "approval",
                        Map.of("by", "u-leader", "on", "2026-05-06"));
        assertThat(answer).isInstanceOf(Decision.Invalid.class);
    }
}
