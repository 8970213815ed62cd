package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.COMPLAINANT;
import static org.fangxin.casefile.ComplaintMother.HANDLER;
import static org.fangxin.casefile.ComplaintMother.LEADER;
import static org.fangxin.casefile.ComplaintMother.MEDIATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Art. 23, 25: eight grounds, each with its precondition; telling both sides; revoking. */
class TerminationTest {
    private static final String MED = "order121.complaint.mediate";
    private static final String NTM = "order121.complaint.notify-termination";

    @ParameterizedTest
    @CsvSource({
        "ABSENT_OR_REFUSED, ABSENT_RESPONDENT, 第二十三条第一款第二项, 通知调解",
        "NO_AGREEMENT_DECLARED, RESPONDENT, 第二十三条第一款第三项, 组织调解",
        "APPRAISAL_COST_NOT_AGREED, COST, 第二十三条第一款第四项, 提出鉴定",
        "TIME_LIMIT, , 第二十三条第一款第五项, 7月6日|2026-07-06",
    })
    void aGroundWhosePreconditionIsMissingIsRefusedWithItsItem(String ground, String sub, String article, String hint) {
        var complaint = ComplaintMother.mediating();
        var refused = sub == null
                ? complaint.refuses(Act.TERMINATE_MEDIATION, HANDLER, "ground", ground, "facts", "x")
                : complaint.refuses(Act.TERMINATE_MEDIATION, HANDLER, "ground", ground, "sub", sub, "facts", "x");
        assertThat(refused.articles()).containsExactly(article);
        assertThat(refused.why()).containsPattern(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "WITHDRAWN_OR_SETTLED, WITHDRAWN",
        "ABSENT_OR_REFUSED, REFUSED_RESPONDENT",
        "REFUSAL_GROUND_OR_ABUSE_FOUND, ALREADY_HANDLED",
        "REFUSAL_GROUND_OR_ABUSE_FOUND, ABUSE",
        "PARTY_DIED_OR_CEASED, RESPONDENT",
    })
    void theOtherGroundsRestOnTheFactsStated(String ground, String sub) {
        var complaint = ComplaintMother.mediating()
                .does(Act.TERMINATE_MEDIATION, HANDLER, "ground", ground, "sub", sub, "facts", "事实");
        assertThat(complaint.last.entries().getFirst()).isEqualTo(new Entry.MediationTerminated(ground, sub, null));
    }

    @Test
    void absenceCountsOnceASessionWasCalledAndItsTimeIsPast() {
        var complaint = ComplaintMother.mediating()
                .does(Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-20T09:00", "mode", "ON_SITE");
        Object[] absent = {"ground", "ABSENT_OR_REFUSED", "sub", "ABSENT_RESPONDENT", "facts", "无故未到"};
        assertThat(complaint.refuses(Act.TERMINATE_MEDIATION, HANDLER, absent).code())
                .isEqualTo("NOT_CALLED");
        complaint.at("2026-05-20T10:00").does(Act.HOLD_MEDIATION, MEDIATOR, "absent", "RESPONDENT");
        complaint.does(Act.TERMINATE_MEDIATION, HANDLER, absent);
        var come = ComplaintMother.held();
        assertThat(come.refuses(Act.TERMINATE_MEDIATION, HANDLER, absent).code())
                .isEqualTo("NOT_CALLED");
    }

    @Test
    void theTimeLimitIsAGroundFromTheDayAfterTheLastDayOn() {
        var complaint = ComplaintMother.mediating();
        Object[] limit = {"ground", "TIME_LIMIT", "facts", "未达成协议"};
        complaint.at("2026-07-06T23:59");
        assertThat(complaint.refuses(Act.TERMINATE_MEDIATION, HANDLER, limit).code())
                .isEqualTo("NOT_YET");
        complaint.at("2026-07-07T00:00").does(Act.TERMINATE_MEDIATION, HANDLER, limit);
        assertThat(complaint.state.stage()).isEqualTo(Stage.TERMINATED);
    }

    @Test
    void notAgreeingOnTheBodyIsNoGroundNow() {
        var complaint = ComplaintMother.mediating().does(Act.PROPOSE_APPRAISAL, COMPLAINANT);
        assertThat(complaint
                        .refuses(
                                Act.TERMINATE_MEDIATION,
                                HANDLER,
                                "ground",
                                "APPRAISAL_COST_NOT_AGREED",
                                "sub",
                                "BODY",
                                "facts",
                                "x")
                        .articles())
                .containsExactly("第二十三条第一款");
        complaint.does(Act.TERMINATE_MEDIATION, HANDLER, "ground", "APPRAISAL_COST_NOT_AGREED", "facts", "x");
    }

    @Test
    void exactlyOneGroundWithFactsIsStated() {
        var complaint = ComplaintMother.mediating();
        assertThat(AcceptanceTest.faults(complaint.asks(Act.TERMINATE_MEDIATION, HANDLER)))
                .containsExactly("ground");
        assertThat(AcceptanceTest.faults(complaint.asks(Act.TERMINATE_MEDIATION, HANDLER, "ground", "TIME_LIMIT")))
                .containsExactly("facts");
        assertThat(AcceptanceTest.faults(complaint.asks(
                        Act.TERMINATE_MEDIATION, HANDLER, "grounds", List.of("TIME_LIMIT", "OTHER_LAW"), "facts", "x")))
                .containsExactly("ground");
    }

    @Test
    void sevenWorkingDaysToTellBothSidesBeginWithTheDecision() {
        var complaint = ComplaintMother.byPhone()
                .does(Act.ACCEPT, HANDLER, "notice", Map.of("channel", "PHONE"))
                .at("2026-09-24T10:00")
                .does(Act.TERMINATE_MEDIATION, HANDLER, "ground", "TIME_LIMIT", "facts", "x");
        assertThat(complaint.due(NTM)).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(complaint.state.duties().open())
                .extracting(Duty::to)
                .containsExactly(PartyRole.COMPLAINANT, PartyRole.RESPONDENT);
        complaint.does(
                Act.RECORD_NOTICE, HANDLER, "form", "F8", "to", "COMPLAINANT", "channel", "LETTER", "proof", "1");
        assertThat(complaint.clock(NTM).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.closedAt()).isNull();
        complaint.does(Act.RECORD_NOTICE, HANDLER, "form", "F8", "to", "RESPONDENT", "channel", "LETTER", "proof", "2");
        assertThat(complaint.clock(NTM).state()).isEqualTo(Clock.State.MET);
    }

    @Test
    void whomIsAskedWhenBothAreOwedANotice() {
        var complaint =
                ComplaintMother.byPhone().does(Act.ACCEPT, HANDLER).does(Act.WITHDRAW, HANDLER, "means", "PHONE");
        assertThat(AcceptanceTest.faults(complaint.asks(Act.RECORD_NOTICE, HANDLER, "form", "F8", "channel", "SMS")))
                .containsExactly("to");
        complaint.does(
                Act.RECORD_NOTICE, HANDLER, "form", "F8", "to", List.of("COMPLAINANT", "RESPONDENT"), "channel", "SMS");
        assertThat(complaint.entries()).startsWith("TerminationNotified", "TerminationNotified");
    }

    @Test
    void withdrawingAfterAcceptanceTerminatesUnderItemOne() {
        var complaint = ComplaintMother.mediating().does(Act.WITHDRAW, COMPLAINANT);
        assertThat(complaint.entries()).startsWith("Withdrawn", "MediationTerminated");
        assertThat(complaint.clock(MED).state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.clock(NTM).state()).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void withdrawingBeforeAcceptanceLiftsTheSevenDays() {
        var complaint = ComplaintMother.withdrawn();
        assertThat(complaint.state.stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(complaint.clock("order121.complaint.accept").state()).isEqualTo(Clock.State.LIFTED);
        assertThat(complaint.state.closedAt()).isNotNull();
    }

    @Test
    void nobodyExtendsAComplaint() {
        for (var complaint : List.of(ComplaintMother.received(), ComplaintMother.mediating())) {
            assertThat(complaint.refuses(Act.EXTEND, LEADER, "reason", "特殊情况").articles())
                    .containsExactly("第二十三条");
        }
    }

    @Test
    void aRevokedRefusalStartsTheSevenDaysAnewFromThePaper() {
        var complaint = ComplaintMother.refused().at("2026-06-10T09:00");
        assertThat(complaint
                        .refuses(Act.REVOKE_DECISION, HANDLER, "basis", "COURT", "paperNo", "1")
                        .articles())
                .containsExactly("第十五条第一款");
        complaint.does(
                Act.REVOKE_DECISION,
                LEADER,
                "basis",
                "RECONSIDERATION",
                "paperNo",
                "甘复〔2026〕9号",
                "paperOn",
                "2026-06-08");
        assertThat(complaint.state.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(complaint.state.closedAt()).isNull();
        assertThat(complaint.due("order121.complaint.accept")).isEqualTo(LocalDate.of(2026, 6, 17));
        complaint.does(Act.ACCEPT, HANDLER);
    }

    @Test
    void anOldNoticeDoesNotMeetTheSevenDaysOfARevokedRefusal() {
        var complaint = ComplaintMother.byPhone()
                .does(Act.REFUSE, HANDLER, "ground", "ALREADY_HANDLED", "sub", "COURT", "facts", "x")
                .does(Act.REVOKE_DECISION, LEADER, "basis", "SELF_CORRECTION", "paperNo", "1")
                .does(Act.RECORD_NOTICE, HANDLER, "form", "F6", "channel", "SMS");
        assertThat(complaint.entries()).containsExactly("NoticeRecorded");
        assertThat(complaint.clock("order121.complaint.accept").state()).isEqualTo(Clock.State.RUNNING);
    }

    @Test
    void aRevokedTerminationGivesSixtyDaysUnlessThePaperSetsATerm() {
        var complaint = ComplaintMother.terminated().at("2026-06-10T09:00");
        complaint.does(Act.REVOKE_DECISION, LEADER, "basis", "COURT", "paperNo", "1", "paperOn", "2026-06-08");
        assertThat(complaint.state.stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(complaint.due(MED)).isEqualTo(LocalDate.of(2026, 8, 7));
        assertThat(complaint.clock(NTM).state()).isEqualTo(Clock.State.LIFTED);
        var set = ComplaintMother.terminated();
        set.does(Act.REVOKE_DECISION, LEADER, "basis", "COURT", "paperNo", "1", "until", "2026-06-30");
        assertThat(set.due(MED)).isEqualTo(LocalDate.of(2026, 6, 30));
    }
}
