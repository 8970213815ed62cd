package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.CHONGXIN;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.ComplaintMother.HANDLER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing takes place before what it follows, and what the law takes out of a period stays out of it. */
class EventsInOrderTest {
    private static final String FURTHER = "penalty.case.decide.further";
    private static final String VER = "penalty.report.verify";
    private static final String ADVERTISING = "adlaw.report.handle";

    private static CaseWalk furtherTo(String until) {
        return CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-05-06T10:00", "SUBMISSION")
                .at("2026-05-20T09:00")
                .files()
                .at("2026-06-01T09:00")
                .does(Act.EXTEND_DECISION, LEADER, "reason", "案情复杂")
                .does(Act.EXTEND_DECISION, LEADER, "reason", "案情特别复杂", "collective", true, "until", until);
    }

    private static LocalDate dueOf(CaseWalk walk, String rule) {
        return walk.clock(rule).due(walk.world.world().statutes()).dueOn();
    }

    @Test
    void aSuspensionPutsOffTheDateThatTheLeadersSet() {
        CaseWalk filed = furtherTo("2026-12-01").at("2026-07-01T09:00");
        assertThat(dueOf(filed, FURTHER)).isEqualTo(LocalDate.of(2026, 12, 1));
        filed.does(Act.SUSPEND_CASE, LEADER, "item", "FORCE_MAJEURE");
        assertThat(dueOf(filed, FURTHER)).isNull();
        assertThat(filed.clock(FURTHER).due(filed.world.world().statutes()).reason())
                .contains("中止");
        filed.at("2026-07-11T09:00").does(Act.RESUME_CASE, LEADER);
        assertThat(dueOf(filed, FURTHER)).isEqualTo(LocalDate.of(2026, 12, 11));
    }

    @Test
    void aDateThatACourtSetForMediationWaitsForTheAppraisal() {
        ComplaintMother complaint = ComplaintMother.terminated()
                .at("2026-05-20T09:00")
                .does(
                        Act.REVOKE_DECISION,
                        ComplaintMother.LEADER,
                        "basis",
                        "COURT",
                        "paperNo",
                        "1",
                        "until",
                        "2026-07-01")
                .does(Act.PROPOSE_APPRAISAL, HANDLER, "party", "COMPLAINANT")
                .does(Act.AGREE_APPRAISAL_BODY, HANDLER, "body", "省质检院")
                .does(Act.AGREE_APPRAISAL_COST, HANDLER)
                .does(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "2", "attachments", "a-1")
                .at("2026-06-01T09:00")
                .does(Act.RECEIVE_APPRAISAL_RESULT, HANDLER, "paperNo", "3", "attachments", "a-2");
        assertThat(complaint
                        .clock("order121.complaint.mediate")
                        .due(complaint.world.world().statutes())
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 7, 13));
        assertThat(complaint.state.clocks().open("promise.timely.feedback")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EXTEND_DECISION", "SUSPEND_CASE", "TERMINATE_INVESTIGATION", "DECIDE_CASE"})
    void nothingOfAFiledCaseTookPlaceBeforeFiling(Act act) {
        CaseWalk filed = CaseWalk.filed().at("2026-06-10T09:00");
        Decision early = filed.asks(
                act,
                LEADER,
                "occurredOn",
                "2026-05-19",
                "paperNo",
                "1",
                "reason",
                "复杂",
                "item",
                "OTHER",
                "outcome",
                "NOT_ESTABLISHED",
                "reviewed",
                true);
        assertThat(early).isInstanceOf(Decision.Invalid.class);
        assertThat(((Decision.Invalid) early).faults())
                .extracting(Decision.FieldFault::field)
                .containsExactly("occurredOn");
    }

    @Test
    void aPenaltyWasNotPerformedBeforeItWasDecided() {
        CaseWalk penalised = CaseWalk.penalised().at("2026-07-10T09:00");
        assertThat(penalised.asks(
                        Act.RECORD_PENALTY_PERFORMANCE,
                        INVESTIGATOR,
                        "proofNo",
                        "1",
                        "occurredOn",
                        "2026-06-19",
                        "paperNo",
                        "1"))
                .isInstanceOf(Decision.Invalid.class);
        penalised.does(
                Act.RECORD_PENALTY_PERFORMANCE,
                INVESTIGATOR,
                "proofNo",
                "1",
                "occurredOn",
                "2026-06-22",
                "paperNo",
                "1");
        assertThat(penalised.due("penalty.close-form")).isEqualTo(LocalDate.of(2026, 7, 13));
    }

    @Test
    void theLeadersPaperShowsAnEarlierDay() {
        CaseWalk report = CaseWalk.verifying().at("2026-05-21T09:00");
        assertThat(report.asks(Act.EXTEND, LEADER, "reason", "复杂", "occurredOn", "2026-05-20"))
                .isInstanceOf(Decision.Invalid.class);
        report.does(
                Act.EXTEND,
                INVESTIGATOR,
                "reason",
                "复杂",
                "occurredOn",
                "2026-05-20",
                "approval",
                Map.of("by", "u-leader", "on", "2026-05-20", "paperNo", "延1"));
        assertThat(report.counts(VER)).isTrue();
    }

    @Test
    void onTheDayOfItsTriggerAnActCountsFromTheTrigger() {
        CaseWalk report = CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-05-06T15:00", "SUBMISSION")
                .at("2026-05-08T09:00");
        Fields fields = new Fields(Map.of("occurredOn", "2026-05-06", "paperNo", "1"));
        Command command = new Command(
                Act.VERIFY,
                INVESTIGATOR,
                report.world.now(),
                Procedures.occurredAt(fields, report.world.now()),
                fields);
        assertThat(Procedures.dated(report.state, command).occurredAt()).isEqualTo(report.state.receivedAt());
    }

    @Test
    void whoCameToTheSessionWasNotAbsent() {
        ComplaintMother complaint = ComplaintMother.accepted()
                .does(Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-15T09:00:00+08:00", "mode", "PHONE")
                .at("2026-05-15T09:30")
                .does(Act.HOLD_MEDIATION, HANDLER, "mode", "PHONE")
                .at("2026-05-18T09:00");
        assertThat(complaint
                        .refuses(
                                Act.TERMINATE_MEDIATION,
                                HANDLER,
                                "ground",
                                "ABSENT_OR_REFUSED",
                                "sub",
                                "ABSENT_RESPONDENT",
                                "facts",
                                "没有来")
                        .articles())
                .containsExactly("第二十三条第一款第二项");
    }

    @Test
    void aTestThatRunsWhenNewFactsAreMergedStaysOutOfTheNewPeriod() {
        CaseWalk report = CaseWalk.verifying()
                .at("2026-05-11T09:00")
                .does(Act.PAUSE, INVESTIGATOR, "reason", "TESTING", "paperNo", "1");
        report.take(
                TestWorld.instant("2026-05-25T10:00"),
                CaseWalk.HANDLER,
                new Entry.VerificationRestarted("FX-9", TestWorld.instant("2026-05-25T09:00")));
        assertThat(report.clockOf(VER)).isEqualTo(Clock.State.PAUSED);
        report.at("2026-06-01T09:00").does(Act.RESUME, INVESTIGATOR);
        assertThat(report.due(VER)).isEqualTo(LocalDate.of(2026, 6, 23));
    }

    @Test
    void anAdvertisingComplaintCountsOnlyOnceAnAgencyHasIt() {
        TestWorld world = TestWorld.at("2026-05-06T10:00");
        Entry.Received talks = new Entry.Received(
                Kind.COMPLAINT,
                CHONGXIN,
                world.now(),
                "order121",
                "WEB",
                "SUBMISSION",
                null,
                List.of(),
                List.of(),
                List.of("ADVERTISING"),
                true,
                false);
        CaseState state = Procedures.begin("FX-1", new Recorded(1, world.now(), world.now(), "system", talks));
        assertThat(state.clocks().open(ADVERTISING)).isEmpty();
        world.moveTo("2026-05-12T09:00");
        Command command = new Command(Act.ESCALATE, HANDLER, world.now(), world.now(), new Fields(Map.of()));
        Decision.Taken taken = (Decision.Taken) Procedures.decide(state, command, world.world());
        for (Entry entry : taken.entries()) {
            state = Procedures.evolve(state, new Recorded(state.seq() + 1, world.now(), world.now(), "u", entry));
        }
        assertThat(state.clocks().open(ADVERTISING).orElseThrow().startedAt()).isEqualTo(world.now());
    }

    @Test
    void whatIsSplitOffIsStillAboutAdvertising() {
        CaseWalk complaint = CaseWalk.of(
                        Kind.COMPLAINT, CHONGXIN, "2026-05-06T10:00", "SUBMISSION", "ADVERTISING", "REAL_NAME")
                .at("2026-05-07T09:00")
                .does(Act.SPLIT, CaseWalk.HANDLER, "kind", "REPORT", "content", "虚假广告");
        Entry.Received report = complaint.last.opens().getFirst().received();
        assertThat(report.topics()).containsExactly("ADVERTISING");
        CaseState opened =
                Procedures.begin("FX-2", new Recorded(1, report.receivedAt(), complaint.world.now(), "system", report));
        assertThat(opened.clocks().open(ADVERTISING)).isPresent();
        assertThat(opened.duties().open()).extracting(Duty::article).anyMatch(article -> article.contains("广告法"));
    }

    @Test
    void anActOfAnotherProcedureIsRefusedWithTheArticleOfThisOne() {
        assertThat(CaseWalk.report().refuses(Act.ACCEPT, CaseWalk.HANDLER).articles())
                .contains("第三十五条");
        assertThat(CaseWalk.report().refuses(Act.ACCEPT, CaseWalk.HANDLER).why())
                .contains("核查");
        assertThat(CaseWalk.complaint().refuses(Act.FILE, LEADER).articles()).containsExactly("第九条");
        assertThat(CaseWalk.consultation().refuses(Act.ACCEPT, CaseWalk.HANDLER).articles())
                .containsExactly("第四十四条");
    }

    @Test
    void theFormsOf2019HaveNoneForProvingOnesIdentity() {
        ComplaintMother old = ComplaintMother.received("PHONE", "2026-04-07T10:00")
                .does(Act.REQUEST_MATERIAL, HANDLER, "items", List.of("IDENTITY"));
        assertThat(old.state.duties().open()).extracting(Duty::form).containsExactly("MESSAGE");
        ComplaintMother now =
                ComplaintMother.byPhone().does(Act.REQUEST_MATERIAL, HANDLER, "items", List.of("IDENTITY"));
        assertThat(now.state.duties().open()).extracting(Duty::form).containsExactly("F4");
    }
}
