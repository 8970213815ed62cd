package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.COMPLAINANT;
import static org.fangxin.casefile.ComplaintMother.HANDLER;
import static org.fangxin.casefile.ComplaintMother.MEDIATOR;
import static org.fangxin.casefile.ComplaintMother.REGISTRAR;
import static org.fangxin.casefile.ComplaintMother.RESPONDENT;

import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;

/** What stands beside the main line: green channel, kinds, clues, abuse, duplicates, corrections. */
class ComplaintEdgesTest {
    private static final String ACC = "order121.complaint.accept";

    @Test
    void noStatutoryClockRunsInTheGreenChannelAndEscalationIsReceipt() {
        var complaint =
                ComplaintMother.green().does(Act.ROUTE_TO_MERCHANT, REGISTRAR, "member", "M-1", "consent", true);
        assertThat(complaint.state.clocks().all())
                .extracting(Clock::rule)
                .containsExactly("promise.odr.merchant", "promise.odr.first-contact");
        complaint.does(Act.MERCHANT_RESPOND, RESPONDENT);
        complaint.at("2026-05-12T10:00").does(Act.ESCALATE, COMPLAINANT);
        assertThat(complaint.state.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(complaint.clock(ACC).startedAt()).isEqualTo(TestWorld.instant("2026-05-12T10:00"));
        assertThat(complaint.clock("promise.odr.merchant").state()).isEqualTo(Clock.State.LIFTED);
    }

    @Test
    void theGreenChannelNeedsConsentAndIsNotForFoodRiskInjuryOrSeveral() {
        var complaint = ComplaintMother.green();
        for (Object[] fields : List.of(
                new Object[] {"member", "M-1"}, new Object[] {"member", "M-1", "consent", true, "injury", true})) {
            assertThat(complaint
                            .refuses(Act.ROUTE_TO_MERCHANT, REGISTRAR, fields)
                            .articles())
                    .containsExactly("第六条");
        }
        var risky = ComplaintMother.of("WEB", "2026-05-06T10:00", true, List.of("P1"), List.of("FOOD_RISK"));
        assertThat(risky.refuses(Act.ROUTE_TO_MERCHANT, REGISTRAR, "member", "M-1", "consent", true)
                        .articles())
                .containsExactly("第六条");
    }

    @Test
    void theProgramHandsOverOnlyWhenThePromisedTimeIsOver() {
        var complaint =
                ComplaintMother.green().does(Act.ROUTE_TO_MERCHANT, Actor.SYSTEM, "member", "M-1", "consent", true);
        assertThat(complaint.refuses(Act.ESCALATE, Actor.SYSTEM).code()).isEqualTo("NOT_YET");
        LocalDate due = complaint.due("promise.odr.merchant");
        complaint.at(due.plusDays(1) + "T00:05").does(Act.ESCALATE, Actor.SYSTEM);
        assertThat(complaint.clock("promise.odr.merchant").state()).isEqualTo(Clock.State.MET);
    }

    @Test
    void aComplaintEscalatedAfterTheNewOrderIsGovernedByIt() {
        var complaint = ComplaintMother.of("WEB", "2026-04-13T10:00", true, List.of("P1"), List.of());
        assertThat(complaint.state.law()).isEqualTo("order20");
        complaint.at("2026-04-15T10:00").does(Act.ESCALATE, COMPLAINANT);
        assertThat(complaint.state.law()).isEqualTo("order121");
    }

    @Test
    void aReportInAComplaintGetsItsOwnCaseFromTheDayOfTheMaterialWithoutTheComplainant() {
        var complaint = ComplaintMother.accepted()
                .at("2026-05-18T09:00")
                .does(Act.SPLIT, HANDLER, "kind", "REPORT", "content", "虚假标价");
        var opening = complaint.last.opens().getFirst();
        assertThat(opening.kind()).isEqualTo(Kind.REPORT);
        assertThat(opening.withParties()).isFalse();
        assertThat(opening.received().receivedAt()).isEqualTo(TestWorld.instant("2026-05-06T10:00"));
        assertThat(opening.received().parties()).extracting(Entry.Party::role).containsExactly(PartyRole.REPORTED);
        assertThat(complaint.state.stage()).isEqualTo(Stage.ACCEPTED);
    }

    @Test
    void aDemandAgainstTheOperatorIsNeverDropped() {
        var complaint = ComplaintMother.received();
        assertThat(complaint.refuses(Act.RECLASSIFY, HANDLER, "kind", "REPORT").articles())
                .containsExactly("第九条");
        complaint.does(Act.RECLASSIFY, HANDLER, "kind", "REPORT", "noDemand", true);
        assertThat(complaint.state.stage()).isEqualTo(Stage.RECLASSIFIED);
        assertThat(complaint.state.clocks().anyOpen()).isFalse();
        assertThat(complaint.last.opens().getFirst().received().receivedAt()).isEqualTo(complaint.state.receivedAt());
        assertThat(ComplaintMother.accepted()
                        .refuses(Act.RECLASSIFY, HANDLER, "kind", "REPORT", "noDemand", true)
                        .why())
                .contains("已经作出决定");
    }

    @Test
    void aClueFoundInMediationHasItsOwnDaysAndAtAnyOtherStageThoseOfVerification() {
        assertThat(clue(ComplaintMother.mediating())).isEqualTo("CLUE_IN_MEDIATION");
        assertThat(clue(ComplaintMother.accepted())).isEqualTo("CLUE_IN_MEDIATION");
        assertThat(clue(ComplaintMother.refused())).isEqualTo("CLUE");
        assertThat(clue(ComplaintMother.agreed())).isEqualTo("CLUE");
    }

    private static String clue(ComplaintMother complaint) {
        CaseState before = complaint.state;
        complaint.does(Act.FIND_CLUE, MEDIATOR, "content", "虚假标价");
        var opening = complaint.last.opens().getFirst();
        assertThat(opening.withParties()).isFalse();
        assertThat(opening.received().parties()).extracting(Entry.Party::role).containsOnly(PartyRole.REPORTED);
        assertThat(complaint.state.stage()).isEqualTo(before.stage());
        assertThat(complaint.state.clocks()).isEqualTo(before.clocks());
        return opening.received().source();
    }

    @Test
    void suspectedAbuseDecidesNothing() {
        var complaint = ComplaintMother.received();
        CaseState before = complaint.state;
        complaint.does(Act.FLAG_ABUSE, HANDLER, "factors", List.of("MASSED_OR_COLLUSIVE", "SWAPPED"));
        assertThat(complaint.state.stage()).isEqualTo(before.stage());
        assertThat(complaint.state.clocks()).isEqualTo(before.clocks());
        assertThat(Procedures.available(complaint.state, HANDLER, complaint.world.world()))
                .contains(Act.ACCEPT);
        complaint.does(Act.CLEAR_ABUSE, HANDLER);
        assertThat(complaint.state.is(Flag.ABUSE_SUSPECTED)).isFalse();
    }

    @Test
    void theLaterOfTwoComplaintsGoesIntoTheEarlierOneOfTheSameAgency() {
        var later = ComplaintMother.received();
        later.world.knowing(ComplaintMother.received("WEB", "2026-05-05T10:00").named("FX-0"));
        later.world.knowing(ComplaintMother.received("WEB", "2026-05-07T10:00").named("FX-2"));
        assertThat(later.refuses(Act.MERGE_DUPLICATE, HANDLER, "into", "FX-2").articles())
                .containsExactly("第十四条");
        assertThat(AcceptanceTest.faults(later.asks(Act.MERGE_DUPLICATE, HANDLER, "into", "FX-9")))
                .containsExactly("into");
        later.does(Act.MERGE_DUPLICATE, HANDLER, "into", "FX-0");
        assertThat(later.state.stage()).isEqualTo(Stage.MERGED);
        assertThat(later.clock(ACC).state()).isEqualTo(Clock.State.LIFTED);
        assertThat(later.last.elsewhere().getFirst().caseNo()).isEqualTo("FX-0");
    }

    @Test
    void nothingIsWrittenToAFileWhoseContentIsDestroyed() {
        var later = ComplaintMother.received();
        var earlier = ComplaintMother.received("WEB", "2026-05-05T10:00");
        later.world.knowing(earlier.named("FX-0"));
        assertThat(later.asks(Act.LINK_DUPLICATE, HANDLER, "otherCaseNo", "FX-0"))
                .isInstanceOf(Decision.Taken.class);
        earlier.take(later.world.now(), Actor.SYSTEM, new Entry.Archived());
        earlier.take(later.world.now(), Actor.SYSTEM, new Entry.Disposed("L-1"));
        later.world.knowing(earlier.named("FX-0"));
        assertThat(later.refuses(Act.LINK_DUPLICATE, HANDLER, "otherCaseNo", "FX-0")
                        .code())
                .isEqualTo("DISPOSED");
    }

    @Test
    void whatTurnsOutToBeAnotherDisputeIsTakenApartAgainWithItsOwnDates() {
        var later = ComplaintMother.received();
        later.world.knowing(ComplaintMother.received("WEB", "2026-05-05T10:00").named("FX-0"));
        LocalDate due = later.due(ACC);
        later.does(Act.MERGE_DUPLICATE, HANDLER, "into", "FX-0");
        later.at("2026-05-11T09:00");
        assertThat(AcceptanceTest.faults(later.asks(Act.UNMERGE_DUPLICATE, HANDLER)))
                .containsExactly("reason");
        later.does(Act.UNMERGE_DUPLICATE, HANDLER, "reason", "两台冰箱，两次购买");
        assertThat(later.state.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(later.state.closedAt()).isNull();
        assertThat(later.clock(ACC).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(later.due(ACC)).as("counted from receipt, as before").isEqualTo(due);
        assertThat(later.state.related()).containsEntry("FX-0", "DUPLICATE");
        assertThat(later.last.elsewhere().getFirst().caseNo()).isEqualTo("FX-0");
        assertThat(Procedures.available(later.state, HANDLER, later.world.world()))
                .contains(Act.ACCEPT)
                .doesNotContain(Act.UNMERGE_DUPLICATE);
    }

    @Test
    void aLinkFromTheOtherOneDoesNotHideThatTheyAreMerged() {
        var later = ComplaintMother.received();
        later.world.knowing(ComplaintMother.received("WEB", "2026-05-05T10:00").named("FX-0"));
        later.does(Act.MERGE_DUPLICATE, HANDLER, "into", "FX-0");
        later.take(later.world.now(), HANDLER, new Entry.DuplicateLinked("FX-0"));
        assertThat(later.state.related()).containsEntry("FX-0", "MERGED_INTO");
        later.does(Act.UNMERGE_DUPLICATE, HANDLER, "reason", "两台冰箱，两次购买");
        assertThat(later.state.stage()).isEqualTo(Stage.RECEIVED);
    }

    @Test
    void whoJoinedAJointComplaintByConsentLeavesItThereInstead() {
        var later = ComplaintMother.received();
        var joint = ComplaintMother.received("WEB", "2026-05-05T10:00");
        later.world.knowing(joint.named("FX-0"));
        later.does(Act.MERGE_DUPLICATE, HANDLER, "into", "FX-0");
        joint.take(later.world.now(), Actor.SYSTEM, new Entry.JointTaken(later.state.caseNo(), List.of()));
        later.world.knowing(joint.named("FX-0"));
        assertThat(later.refuses(Act.UNMERGE_DUPLICATE, HANDLER, "reason", "两次购买")
                        .articles())
                .containsExactly("第十二条");
    }

    @Test
    void aComplaintThatAnotherAgencyHadFirstIsNotMergedIntoIt() {
        var complaint = ComplaintMother.received();
        var elsewhere = ComplaintMother.received("WEB", "2026-05-05T10:00");
        elsewhere.take(complaint.world.now(), Actor.SYSTEM, new Entry.TakenUp("620823", "6208"));
        complaint.world.knowing(elsewhere.named("FX-0"));
        assertThat(complaint
                        .refuses(Act.MERGE_DUPLICATE, HANDLER, "into", "FX-0")
                        .articles())
                .containsExactly("第十四条", "第十六条第二项");
    }

    @Test
    void aCorrectedDayOfReceiptMovesTheSevenDaysButNeverChangesTheLaw() {
        var complaint = ComplaintMother.received();
        complaint.does(Act.CORRECT, HANDLER, "field", "RECEIVED_ON", "value", "2026-04-30", "reason", "录入错误");
        assertThat(complaint.due(ACC)).isEqualTo(LocalDate.of(2026, 5, 13));
        assertThat(complaint
                        .refuses(Act.CORRECT, HANDLER, "field", "RECEIVED_ON", "value", "2026-04-14", "reason", "x")
                        .articles())
                .containsExactly("第四十六条");
    }

    @Test
    void aWrongDecisionIsNotMendedByCorrection() {
        var complaint = ComplaintMother.refused();
        assertThat(complaint
                        .refuses(Act.CORRECT, HANDLER, "field", "GROUND", "reason", "x")
                        .why())
                .contains("撤销决定");
        assertThat(complaint
                        .refuses(Act.CORRECT, HANDLER, "field", "AGENCY", "reason", "x")
                        .articles())
                .containsExactly("第四十一条");
    }

    @Test
    void nothingIsArchivedWhileANoticeIsOwed() {
        var complaint = ComplaintMother.byPhone()
                .does(Act.REFUSE, HANDLER, "ground", "ALREADY_HANDLED", "sub", "COURT", "facts", "x");
        assertThat(complaint.refuses(Act.ARCHIVE, HANDLER).articles()).containsExactly("第十五条第一款");
    }
}
