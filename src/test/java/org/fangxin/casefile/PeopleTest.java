package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.COMPLAINANT;
import static org.fangxin.casefile.ComplaintMother.HANDLER;

import java.util.List;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;

/** Art. 11, 12: joint complaints, representatives, agents. */
class PeopleTest {
    private static final java.util.Map<String, String> NEWCOMER = java.util.Map.of("name", "孙样例");
    private static final Actor SECOND = Actor.party("P2", Role.COMPLAINANT);
    private static final Actor THIRD = Actor.party("P3", Role.COMPLAINANT);
    private static final Actor AGENT = Actor.party("P3", Role.AGENT);

    private static ComplaintMother three() {
        return ComplaintMother.of("WEB", "2026-05-06T10:00", false, List.of("P1", "P2", "P3"), List.of());
    }

    private static ComplaintMother joint() {
        return three().does(Act.OPEN_JOINT, HANDLER)
                .does(Act.JOIN_JOINT, COMPLAINANT)
                .does(Act.JOIN_JOINT, SECOND)
                .does(Act.JOIN_JOINT, THIRD);
    }

    @Test
    void aJointComplaintIsAcceptedOnlyWhenEachAgrees() {
        var complaint = three().does(Act.OPEN_JOINT, HANDLER, "agreed", List.of("P1", "P2"));
        assertThat(complaint.refuses(Act.ACCEPT, HANDLER).articles()).containsExactly("第十二条");
        complaint.does(Act.JOIN_JOINT, HANDLER, "party", "P3", "means", "PHONE").does(Act.ACCEPT, HANDLER);
    }

    @Test
    void whoDoesNotAgreeKeepsHisOwnCaseWithTheOldDayOfReceipt() {
        var complaint = three().does(Act.OPEN_JOINT, HANDLER, "agreed", List.of("P1", "P2"));
        complaint.at("2026-05-08T09:00").does(Act.LEAVE_JOINT, THIRD);
        var opening = complaint.last.opens().getFirst();
        assertThat(opening.received().receivedAt()).isEqualTo(complaint.state.receivedAt());
        assertThat(opening.received().parties())
                .containsExactly(
                        new Entry.Party("P3", PartyRole.COMPLAINANT), new Entry.Party("P4", PartyRole.RESPONDENT));
        complaint.does(Act.ACCEPT, HANDLER);
    }

    @Test
    void oneComplainantIsNoJointComplaint() {
        assertThat(ComplaintMother.received().refuses(Act.OPEN_JOINT, HANDLER).articles())
                .containsExactly("第十二条");
    }

    @Test
    void exactlyTwoRepresentativesAreElectedUnlessTheSettingAllowsOne() {
        var complaint = joint();
        assertThat(complaint
                        .refuses(Act.ELECT_REPRESENTATIVES, HANDLER, "representatives", "P1")
                        .articles())
                .containsExactly("第十二条");
        complaint.world.with("joint.representatives", "1..2");
        complaint.does(Act.ELECT_REPRESENTATIVES, HANDLER, "representatives", "P1");
    }

    @Test
    void representativesBindTheOthersButNotInAgreementWaiverChangeOrWithdrawal() {
        var complaint = joint().does(Act.ELECT_REPRESENTATIVES, HANDLER, "representatives", List.of("P1", "P2"))
                .does(Act.ACCEPT, HANDLER)
                .does(Act.HOLD_MEDIATION, HANDLER, "mode", "PHONE");
        for (var no : List.of(
                complaint.refuses(Act.SETTLE, HANDLER),
                complaint.refuses(Act.SETTLE, COMPLAINANT),
                complaint.refuses(Act.CHANGE_DEMANDS, COMPLAINANT, "demands", "REPAIR"),
                complaint.refuses(Act.WITHDRAW, COMPLAINANT))) {
            assertThat(no.articles()).containsExactly("第十二条");
            assertThat(no.why()).contains("1 位");
        }
        complaint
                .does(Act.CONSENT_REPRESENTED, THIRD, "matter", "DEMANDS")
                .does(Act.CHANGE_DEMANDS, COMPLAINANT, "demands", "REPAIR");
        assertThat(complaint
                        .refuses(Act.CHANGE_DEMANDS, COMPLAINANT, "demands", "REFUND")
                        .articles())
                .containsExactly("第十二条");
        complaint
                .does(Act.CONSENT_REPRESENTED, THIRD, "matter", "AGREEMENT")
                .does(Act.SETTLE, HANDLER, "terms", "每人退款三百元");
    }

    @Test
    void withoutRepresentativesEveryOneMustConsent() {
        var complaint = joint().does(Act.ACCEPT, HANDLER);
        assertThat(complaint.refuses(Act.WITHDRAW, COMPLAINANT).why()).contains("2 位");
        complaint
                .does(Act.CONSENT_REPRESENTED, SECOND, "matter", "WITHDRAWAL")
                .does(Act.CONSENT_REPRESENTED, THIRD, "matter", "WITHDRAWAL")
                .does(Act.WITHDRAW, COMPLAINANT);
    }

    @Test
    void anAgentsComplaintIsAcceptedOnlyWithTheOriginalsSeen() {
        var complaint = ComplaintMother.of("WEB", "2026-05-06T10:00", false, List.of("P1"), List.of("AGENT"));
        assertThat(complaint.refuses(Act.ACCEPT, HANDLER).articles()).containsExactly("第十一条");
        complaint.does(Act.REGISTER_AGENT, HANDLER, "person", NEWCOMER, "powers", "GENERAL", "validTo", "2026-06-30");
        complaint.does(
                Act.REGISTER_AGENT,
                AGENT,
                "powers",
                "GENERAL",
                "validTo",
                "2026-06-30",
                "originalSeen",
                true,
                "idSeen",
                true);
        assertThat(complaint.refuses(Act.ACCEPT, HANDLER).articles()).containsExactly("第十一条");
        complaint.does(
                Act.REGISTER_AGENT,
                HANDLER,
                "party",
                "P3",
                "powers",
                "GENERAL",
                "validTo",
                "2026-06-30",
                "originalSeen",
                true,
                "idSeen",
                true);
        complaint.does(Act.ACCEPT, HANDLER);
    }

    @Test
    void anAgentActsWithinHisPowersAndTheirTermOnly() {
        var complaint = ComplaintMother.received()
                .does(
                        Act.REGISTER_AGENT,
                        HANDLER,
                        "person",
                        NEWCOMER,
                        "powers",
                        List.of("WITHDRAW"),
                        "validTo",
                        "2026-05-20");
        assertThat(complaint.refuses(Act.SETTLE, AGENT).code()).isEqualTo("OUTSIDE_POWER");
        assertThat(complaint
                        .refuses(Act.CHANGE_DEMANDS, AGENT, "demands", "REFUND")
                        .articles())
                .containsExactly("第十一条");
        assertThat(complaint.asks(Act.WITHDRAW, AGENT)).isInstanceOf(Decision.Taken.class);
        complaint.at("2026-05-21T09:00");
        assertThat(complaint.refuses(Act.WITHDRAW, AGENT).code()).isEqualTo("AGENCY_EXPIRED");
    }

    @Test
    void anEndedAgencyGivesNoPower() {
        var complaint = ComplaintMother.received()
                .does(Act.REGISTER_AGENT, HANDLER, "person", NEWCOMER, "powers", "WITHDRAW", "validTo", "2026-12-31")
                .does(Act.END_AGENCY, COMPLAINANT, "party", "P3");
        assertThat(complaint.state.is(Flag.AGENT)).isFalse();
        assertThat(complaint.refuses(Act.WITHDRAW, AGENT).articles()).containsExactly("第十一条");
    }

    @Test
    void aStrangersPartyIdActsOnNothing() {
        assertThat(ComplaintMother.received()
                        .refuses(Act.WITHDRAW, Actor.party("P9", Role.COMPLAINANT))
                        .code())
                .isEqualTo("SCOPE");
    }

    @Test
    void anAgentNobodyKnowsIsRegisteredWithHisNameOnly() {
        var complaint = ComplaintMother.received();
        assertThat(faultOf(complaint.asks(Act.REGISTER_AGENT, HANDLER, "powers", "GENERAL", "validTo", "2026-12-31")))
                .isEqualTo("person.name");
        assertThat(faultOf(complaint.asks(
                        Act.REGISTER_AGENT, HANDLER, "party", "P9", "powers", "GENERAL", "validTo", "2026-12-31")))
                .isEqualTo("party");
    }

    @Test
    void whatTheFormSaysOfANewcomerIsCheckedAsAtTheDoor() {
        var complaint = three().does(Act.OPEN_JOINT, HANDLER, "agreed", List.of("P1", "P2", "P3"));
        for (var wrong : List.of(
                java.util.Map.of("name", "孙样例", "address", "样例街9号"),
                java.util.Map.of("name", "孙样例", "phone", "1380000", "address", "样例街9号"),
                java.util.Map.of("name", "匿名", "phone", "13800000009", "address", "样例街9号"),
                java.util.Map.of("name", "孙样例", "phone", "13800000009"),
                java.util.Map.of(
                        "name", "孙样例", "phone", "13800000009", "address", "样例街9号", "idNumber", "110105194912310021"))) {
            assertThat(faultOf(complaint.asks(Act.JOIN_JOINT, HANDLER, "person", wrong)))
                    .startsWith("person.");
        }
    }

    @Test
    void whoJoinsAJointComplaintLaterBelongsToIt() {
        var complaint = three().does(Act.OPEN_JOINT, HANDLER, "agreed", List.of("P1", "P2", "P3"))
                .does(
                        Act.JOIN_JOINT,
                        HANDLER,
                        "person",
                        java.util.Map.of("name", "孙样例", "phone", "13800000009", "address", "样例街9号"));
        assertThat(complaint.last.entries())
                .containsExactly(new Entry.PartyAdded("P5", PartyRole.COMPLAINANT), new Entry.JointConsented("P5"));
        assertThat(complaint.state.complaint().joint().asked()).contains("P5");
        complaint.does(Act.ACCEPT, HANDLER);
    }

    @Test
    void aNumberThatSomebodyHadIsNeverGivenAgain() {
        var complaint = three().does(Act.OPEN_JOINT, HANDLER)
                .does(
                        Act.JOIN_JOINT,
                        HANDLER,
                        "person",
                        java.util.Map.of("name", "孙样例", "phone", "13800000009", "address", "样例街9号"))
                .does(Act.LEAVE_JOINT, HANDLER, "party", "P5")
                .does(Act.REGISTER_AGENT, HANDLER, "person", NEWCOMER, "powers", "GENERAL", "validTo", "2026-12-31");
        assertThat(complaint.state.parties())
                .containsEntry("P6", PartyRole.AGENT)
                .doesNotContainKey("P5");
    }

    private static String faultOf(Decision decision) {
        return ((Decision.Invalid) decision).faults().getFirst().field();
    }
}
