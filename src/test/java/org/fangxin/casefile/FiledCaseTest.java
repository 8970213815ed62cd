package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.ARCHIVIST;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.CaseWalk.NEIGHBOUR;
import static org.fangxin.casefile.CaseWalk.REPORTER;

import java.time.LocalDate;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;

/** The filed case up to its end (PP 14, 17, 46, 47, 57, 60, 64, 77), and transfers of complaints under Art. 42. */
class FiledCaseTest {
    private static final String DEC = "penalty.case.decide";
    private static final String CLOSE = "penalty.close-form";

    private static CaseWalk filedOn(String local) {
        return CaseWalk.of(Kind.REPORT, CaseWalk.CHONGXIN, "2026-07-01T09:00", "SUBMISSION")
                .at(local)
                .files();
    }

    @Test
    void aDecisionIsDueInNinetyDaysAndOnceThirtyMore() {
        CaseWalk filed = filedOn("2026-07-03T09:00");
        assertThat(filed.due(DEC)).isEqualTo(LocalDate.of(2026, 10, 8));
        filed.does(Act.EXTEND_DECISION, LEADER, "reason", "案情复杂");
        assertThat(filed.due(DEC + ".extended")).isEqualTo(LocalDate.of(2026, 11, 2));
    }

    @Test
    void theSecondExtensionIsDecidedTogetherAndSetsADay() {
        CaseWalk filed = filedOn("2026-07-03T09:00").does(Act.EXTEND_DECISION, LEADER, "reason", "案情复杂");
        assertThat(filed.refuses(Act.EXTEND_DECISION, LEADER, "reason", "特别复杂", "until", "2026-12-31")
                        .why())
                .contains("集体讨论");
        assertThat(filed.asks(Act.EXTEND_DECISION, LEADER, "reason", "特别复杂", "collective", true, "until", "2026-10-31"))
                .isInstanceOf(Decision.Invalid.class);
        filed.does(Act.EXTEND_DECISION, LEADER, "reason", "特别复杂", "collective", true, "until", "2026-12-31");
        assertThat(filed.due(DEC + ".further")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(filed.refuses(Act.EXTEND_DECISION, LEADER, "reason", "x", "collective", true)
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第六十四条第一款");
    }

    @Test
    void anExpiredPeriodIsNotExtended() {
        CaseWalk filed = filedOn("2026-07-03T09:00").at("2026-10-09T09:00");
        assertThat(filed.refuses(Act.EXTEND_DECISION, LEADER, "reason", "案情复杂").code())
                .isEqualTo("AFTER_DUE");
    }

    @Test
    void suspensionStopsTheClockAndTheDecision() {
        CaseWalk filed = filedOn("2026-07-03T09:00").does(Act.SUSPEND_CASE, LEADER, "item", "RELATED_RULING");
        assertThat(filed.clockOf(DEC)).isEqualTo(Clock.State.PAUSED);
        assertThat(filed.state.is(Flag.SUSPENDED)).isTrue();
        assertThat(filed.refuses(Act.DECIDE_CASE, LEADER, "outcome", "NOT_ESTABLISHED", "reviewed", true)
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第四十六条");
        filed.at("2026-07-13T09:00").does(Act.RESUME_CASE, LEADER);
        assertThat(filed.clockOf(DEC)).isEqualTo(Clock.State.RUNNING);
        assertThat(filed.due(DEC)).isEqualTo(LocalDate.of(2026, 10, 12));
    }

    @Test
    void aHearingIsLeftOutOnlyAfterFiling() {
        CaseWalk filed = CaseWalk.filed().does(Act.PAUSE, INVESTIGATOR, "reason", "HEARING", "paperNo", "TZ-1");
        assertThat(filed.clockOf(DEC)).isEqualTo(Clock.State.PAUSED);
    }

    @Test
    void aPenaltyIsHeardReviewedPerformedAndThenClosed() {
        CaseWalk filed = CaseWalk.filed();
        assertThat(filed.refuses(Act.DECIDE_CASE, LEADER, "outcome", "PENALTY", "heard", true)
                        .articles())
                .contains("《市场监督管理行政处罚程序规定》第五十二条");
        assertThat(filed.refuses(Act.DECIDE_CASE, LEADER, "outcome", "PENALTY", "reviewed", true)
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第五十七条");
        CaseWalk decided = CaseWalk.penalised();
        assertThat(decided.clockOf(DEC)).isEqualTo(Clock.State.MET);
        assertThat(decided.counts(CLOSE)).isFalse();
        assertThat(decided.refuses(Act.CLOSE_CASE, LEADER).code()).isEqualTo("NOT_PERFORMED");
        decided.does(Act.RECORD_PENALTY_PERFORMANCE, INVESTIGATOR, "proofNo", "SK-1");
        assertThat(decided.counts(CLOSE)).isTrue();
        decided.does(Act.CLOSE_CASE, LEADER).does(Act.ARCHIVE, ARCHIVIST);
        assertThat(decided.state.clocks().anyOpen()).isFalse();
    }

    @Test
    void everyOtherDecisionStartsTheClosingFormAtOnce() {
        CaseWalk decided = CaseWalk.filed().does(Act.DECIDE_CASE, LEADER, "outcome", "TO_JUDICIARY", "reviewed", true);
        assertThat(decided.counts(CLOSE)).isTrue();
        assertThat(decided.does(Act.CLOSE_CASE, LEADER).state.stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aTerminatedInvestigationIsClosedByItsOwnItem() {
        CaseWalk ended = CaseWalk.filed()
                .does(Act.TERMINATE_INVESTIGATION, LEADER, "item", "PERSON_DIED")
                .does(Act.CLOSE_CASE, LEADER);
        Entry.CaseClosed closed = (Entry.CaseClosed) ended.last.entries().getFirst();
        assertThat(closed.basis()).isEqualTo("TERMINATED");
    }

    @Test
    void anotherMarketAgencyGetsItsOwnCaseAndMayNotPassItOn() {
        CaseWalk filed = CaseWalk.filed()
                .does(Act.TRANSFER, LEADER, "target", "MARKET_AGENCY", "agency", NEIGHBOUR, "dossierNo", "AJ-2");
        assertThat(filed.state.stage()).isEqualTo(Stage.TRANSFERRED);
        assertThat(filed.last.opens()).singleElement().satisfies(there -> {
            assertThat(there.received().agency()).isEqualTo(NEIGHBOUR);
            assertThat(there.received().source()).isEqualTo("TRANSFERRED");
        });
        CaseWalk there = CaseWalk.of(Kind.REPORT, CaseWalk.CHONGXIN, "2026-05-06T10:00", "TRANSFERRED")
                .files();
        assertThat(there.refuses(Act.TRANSFER, LEADER, "target", "MARKET_AGENCY", "agency", NEIGHBOUR, "dossierNo", "A")
                        .articles())
                .containsExactly("《市场监督管理行政处罚程序规定》第十四条");
    }

    @Test
    void fraudByTheReporterGoesToThePoliceAndVerificationGoesOn() {
        CaseWalk report =
                CaseWalk.verifying().does(Act.TRANSFER, LEADER, "target", "POLICE_ABUSE", "dossierNo", "AJ-3");
        assertThat(report.state.stage()).isEqualTo(Stage.VERIFYING);
        assertThat(report.counts("penalty.report.verify")).isTrue();
    }

    @Test
    void aComplaintIsTransferredOnlyForFraud() {
        CaseWalk complaint = CaseWalk.complaint();
        assertThat(complaint
                        .refuses(Act.TRANSFER, LEADER, "target", "OTHER_DEPARTMENT", "dossierNo", "AJ-4")
                        .articles())
                .containsExactly("第四十二条");
        complaint.does(Act.TRANSFER, LEADER, "target", "POLICE_ABUSE", "dossierNo", "AJ-4");
        assertThat(complaint.state.stage()).isEqualTo(Stage.RECEIVED);
    }

    @Test
    void aWithdrawnReportIsVerifiedAllTheSame() {
        CaseWalk report = CaseWalk.verifying().does(Act.WITHDRAW, REPORTER);
        assertThat(report.state.stage()).isEqualTo(Stage.VERIFYING);
        assertThat(report.counts("penalty.report.verify")).isTrue();
        assertThat(report.refuses(Act.WITHDRAW, REPORTER).code()).isEqualTo("WITHDRAWN");
    }
}
