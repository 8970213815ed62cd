package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.ALL_FOUR;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.CaseWalk.TWO;
import static org.fangxin.casefile.CaseWalk.UNIT_HEAD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verifying a report and deciding whether to file it (PP 18–22; Art. 27 for clues). */
class VerificationTest {
    private static final String VER = "penalty.report.verify";
    private static final String CLU = "order121.clue.verify";
    private static final String DEC = "penalty.case.decide";

    @Test
    void aReportIsVerifiedWithinFifteenWorkingDaysOfTheMaterial() {
        CaseWalk report = CaseWalk.report();
        assertThat(report.due(VER)).isEqualTo(LocalDate.of(2026, 5, 26));
        report.at("2026-05-20T09:00").files();
        assertThat(report.clockOf(VER)).isEqualTo(Clock.State.MET);
        assertThat(report.due(DEC)).isEqualTo(LocalDate.of(2026, 8, 18));
        assertThat(report.state.handlers()).containsExactlyInAnyOrderElementsOf(TWO);
    }

    @Test
    void aClueOfMediationIsCountedByArticle27AndExtendedOnce() {
        CaseWalk clue = CaseWalk.clue();
        assertThat(clue.due(CLU)).isEqualTo(LocalDate.of(2026, 7, 7));
        clue.at("2026-07-07T23:00").does(Act.EXTEND, LEADER, "reason", "等待检测结果");
        assertThat(clue.due(CLU + ".extended")).isEqualTo(LocalDate.of(2026, 7, 28));
        assertThat(clue.refuses(Act.EXTEND, LEADER, "reason", "再次").articles()).containsExactly("第二十七条");
    }

    @Test
    void aSiteCheckNeedsTwoOfficers() {
        CaseWalk report = CaseWalk.report();
        assertThat(report.refuses(Act.VERIFY, INVESTIGATOR, "methods", List.of("ON_SITE"))
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第二十二条");
        assertThat(report.refuses(
                                Act.VERIFY,
                                INVESTIGATOR,
                                "methods",
                                "ON_SITE",
                                "persons",
                                List.of("u-second", "u-second"))
                        .code())
                .isEqualTo("TWO_OFFICERS");
        report.does(Act.VERIFY, INVESTIGATOR, "methods", List.of("ON_SITE"), "persons", TWO);
        assertThat(report.state.stage()).isEqualTo(Stage.VERIFYING);
    }

    @Test
    void anOfficerOfAnotherAgencyCannotBeNamed() {
        Decision named = CaseWalk.report().asks(Act.VERIFY, INVESTIGATOR, "persons", List.of("u-neighbour"));
        assertThat(named).isInstanceOf(Decision.Invalid.class);
    }

    @Test
    void testingTimeIsLeftOutFromThePaperToTheResult() {
        CaseWalk report = CaseWalk.of(Kind.REPORT, CaseWalk.CHONGXIN, "2026-09-08T09:00", "SUBMISSION")
                .does(Act.VERIFY, INVESTIGATOR)
                .at("2026-09-14T15:00")
                .does(Act.PAUSE, INVESTIGATOR, "reason", "TESTING", "paperNo", "崇检委〔2026〕3号");
        assertThat(report.clockOf(VER)).isEqualTo(Clock.State.PAUSED);
        report.at("2026-09-24T15:00").does(Act.RESUME, INVESTIGATOR);
        assertThat(report.due(VER)).isEqualTo(LocalDate.of(2026, 10, 16));
    }

    @Test
    void overlappingPausesLeaveEachDayOutOnce() {
        CaseWalk report = CaseWalk.of(Kind.REPORT, CaseWalk.CHONGXIN, "2026-09-08T09:00", "SUBMISSION")
                .does(Act.VERIFY, INVESTIGATOR)
                .at("2026-09-14T15:00")
                .does(Act.PAUSE, INVESTIGATOR, "reason", "TESTING", "paperNo", "A-1")
                .at("2026-09-16T15:00")
                .does(Act.PAUSE, INVESTIGATOR, "reason", "APPRAISAL", "paperNo", "A-2")
                .at("2026-09-18T15:00")
                .does(Act.RESUME, INVESTIGATOR, "reason", "TESTING");
        assertThat(report.clockOf(VER)).isEqualTo(Clock.State.PAUSED);
        report.at("2026-09-24T15:00").does(Act.RESUME, INVESTIGATOR);
        assertThat(report.due(VER)).isEqualTo(LocalDate.of(2026, 10, 16));
    }

    @Test
    void aHearingPausesNoVerification() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.refuses(Act.PAUSE, INVESTIGATOR, "reason", "HEARING", "paperNo", "T-1")
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第十八条第二款");
        assertThat(report.asks(Act.PAUSE, INVESTIGATOR, "reason", "TESTING")).isInstanceOf(Decision.Invalid.class);
        assertThat(report.asks(Act.PAUSE, INVESTIGATOR, "reason", "VACATION", "paperNo", "T-1"))
                .isInstanceOf(Decision.Invalid.class);
    }

    @Test
    void aPauseBeginsNotBeforeItsClock() {
        Decision early = CaseWalk.verifying()
                .asks(Act.PAUSE, INVESTIGATOR, "reason", "TESTING", "paperNo", "A-1", "from", "2026-05-01");
        assertThat(early).isInstanceOf(Decision.Invalid.class);
    }

    @Test
    void anExtensionIsApprovedByTheLeaderOnOrBeforeTheDueDay() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.refuses(Act.EXTEND, INVESTIGATOR, "reason", "案情复杂").why())
                .contains("负责人");
        report.at("2026-05-26T18:00")
                .does(
                        Act.EXTEND,
                        INVESTIGATOR,
                        "reason",
                        "案情复杂",
                        "approval",
                        Map.of("by", "u-leader", "on", "2026-05-26", "paperNo", "崇市监延〔2026〕2号"));
        assertThat(report.due(VER + ".extended")).isEqualTo(LocalDate.of(2026, 6, 16));
    }

    @Test
    void afterTheDueDayNothingIsExtended() {
        CaseWalk report = CaseWalk.verifying().at("2026-05-27T00:00");
        Decision.Refused no = report.refuses(Act.EXTEND, LEADER, "reason", "案情复杂");
        assertThat(no.articles()).containsExactly("《市场监督管理行政处罚程序规定》第十八条第一款");
        assertThat(no.why()).contains("2026年5月26日", "立案");
    }

    @Test
    void anApprovalSignedByNoLeaderCountsForNothing() {
        Decision.Refused no = CaseWalk.verifying()
                .refuses(
                        Act.EXTEND,
                        INVESTIGATOR,
                        "reason",
                        "案情复杂",
                        "approval",
                        Map.of("by", UNIT_HEAD.id(), "on", "2026-05-07", "paperNo", "崇市监延〔2026〕2号"));
        assertThat(no.why()).contains("负责人");
    }

    @Test
    void filingNamesTheConditionThatIsNotConfirmed() {
        Decision.Refused no = CaseWalk.verifying()
                .refuses(
                        Act.FILE,
                        LEADER,
                        "conditions",
                        List.of("EVIDENCE", "PUNISHABLE", "WITHIN_LIMITATION"),
                        "officers",
                        TWO);
        assertThat(no.articles()).containsExactly("《市场监督管理行政处罚程序规定》第十九条");
        assertThat(no.why()).contains("属于本部门管辖").doesNotContain("初步证明");
    }

    @Test
    void noConditionIsTakenForGrantedFromTheLeader() {
        assertThat(CaseWalk.verifying()
                        .refuses(Act.FILE, LEADER, "officers", TWO)
                        .code())
                .isEqualTo("FILING_CONDITIONS");
    }

    @Test
    void filingNeedsTwoOfficersAndTheLeader() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.refuses(Act.FILE, LEADER, "conditions", ALL_FOUR, "officers", List.of("u-second"))
                        .why())
                .contains("两名以上");
        assertThat(report.refuses(Act.FILE, INVESTIGATOR, "conditions", ALL_FOUR, "officers", TWO)
                        .why())
                .contains("负责人");
        report.does(Act.ASSIGN, UNIT_HEAD, "persons", TWO).does(Act.FILE, LEADER, "conditions", ALL_FOUR);
        assertThat(report.state.stage()).isEqualTo(Stage.FILED);
    }

    @Test
    void anAgencyWithoutAuthorityFilesNothing() {
        CaseWalk report = CaseWalk.verifying();
        report.world.competent("330106");
        assertThat(report.refuses(Act.FILE, LEADER, "conditions", ALL_FOUR, "officers", TWO)
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第十九条第三项");
    }

    @Test
    void otherLawfulGroundsMustBeNamed() {
        CaseWalk report = CaseWalk.verifying();
        assertThat(report.refuses(Act.DECLINE_FILING, LEADER, "ground", "OTHER_LAWFUL")
                        .articles())
                .contains("《市场监督管理行政处罚程序规定》第二十条第四项");
        report.does(
                Act.DECLINE_FILING,
                LEADER,
                "ground",
                "OTHER_LAWFUL",
                "failing",
                "EVIDENCE",
                "finding",
                "NOT_CONFIRMED");
        assertThat(report.entries()).startsWith("FindingRecorded", "FilingDeclined");
        assertThat(report.clockOf(VER)).isEqualTo(Clock.State.MET);
        assertThat(report.state.closedAt()).isNotNull();
    }

    @Test
    void aLateDecisionIsTakenAndTheBreachStaysVisible() {
        CaseWalk report = CaseWalk.verifying().at("2026-06-30T09:00").files();
        assertThat(report.clock(VER).endedAt()).isAfter(TestWorld.instant("2026-05-27T00:00"));
    }

    @Test
    void anEarlierDayNeedsAPaper() {
        CaseWalk report = CaseWalk.report().at("2026-05-12T09:00");
        assertThat(report.asks(Act.VERIFY, INVESTIGATOR, "occurredOn", "2026-05-08"))
                .isInstanceOf(Decision.Invalid.class);
        assertThat(report.asks(Act.VERIFY, INVESTIGATOR, "occurredOn", "2026-05-08", "paperNo", "H-1"))
                .isInstanceOf(Decision.Taken.class);
    }
}
