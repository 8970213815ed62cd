package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.junit.jupiter.api.Test;

/** In whose place somebody acts: his own, or an absent person's whose work his own roles allow. */
class ActorTest {
    private static final List<String> IN_CHARGE = List.of("p-3", "p-2");

    @Test
    void whoIsInChargeActsInHisOwnRightWhateverHisRoles() {
        assertThat(substitute("p-2", Role.ARCHIVIST).seat(Kind.REPORT, IN_CHARGE))
                .contains("p-2");
    }

    @Test
    void aSubstituteTakesTheSeatThatHisOwnRolesAllow() {
        assertThat(substitute("p-9", Role.HANDLER).seat(Kind.COMPLAINT, IN_CHARGE))
                .contains("p-2");
        assertThat(substitute("p-9", Role.MEDIATOR).seat(Kind.COMPLAINT, IN_CHARGE))
                .contains("p-2");
        assertThat(substitute("p-9", Role.ARCHIVIST).seat(Kind.COMPLAINT, IN_CHARGE))
                .isEmpty();
    }

    /** Art. 37: a report is an investigator's. */
    @Test
    void inAReportOnlyAnInvestigatorStandsIn() {
        assertThat(substitute("p-9", Role.HANDLER).seat(Kind.REPORT, IN_CHARGE)).isEmpty();
        assertThat(substitute("p-9", Role.INVESTIGATOR).seat(Kind.REPORT, IN_CHARGE))
                .contains("p-2");
        assertThat(substitute("p-9", Role.INVESTIGATOR).seat(Kind.COMPLAINT, IN_CHARGE))
                .isEmpty();
    }

    @Test
    void nobodySitsWhereThePersonHeStandsForDoesNot() {
        assertThat(substitute("p-9", Role.HANDLER).seat(Kind.COMPLAINT, List.of("p-3")))
                .isEmpty();
        assertThat(new Actor("p-9", "620823", Set.of(Role.HANDLER)).seat(Kind.COMPLAINT, IN_CHARGE))
                .isEmpty();
    }

    @Test
    void onACaseHeActsInHisOwnRightOrForTheAbsent() {
        CaseState his = inHands(Set.of("p-9"), Set.of());
        CaseState theAbsentOnes = inHands(Set.of("p-2"), Set.of());
        Actor substitute = substitute("p-9", Role.HANDLER);
        assertThat(substitute.inCharge(his)).isTrue();
        assertThat(substitute.actsFor(his)).isEmpty();
        assertThat(substitute.inCharge(theAbsentOnes)).isTrue();
        assertThat(substitute.actsFor(theAbsentOnes)).contains("p-2");
        CaseState somebodyElses = inHands(Set.of("p-3"), Set.of());
        assertThat(substitute.inCharge(somebodyElses)).isFalse();
        assertThat(substitute.actsFor(somebodyElses)).isEmpty();
    }

    @Test
    void whoIsNamedForMediationIsInChargeToo() {
        assertThat(substitute("p-9", Role.MEDIATOR).inCharge(inHands(Set.of("p-3"), Set.of("p-9"))))
                .isTrue();
        assertThat(substitute("p-9", Role.MEDIATOR).actsFor(inHands(Set.of("p-3"), Set.of("p-2"))))
                .contains("p-2");
    }

    /** Art. 37: mediators read the whitelist. */
    @Test
    void onlyWhoDoesNothingButMediateIsHeldToTheMediatorsView() {
        assertThat(substitute("p-9", Role.MEDIATOR, Role.ENTRUSTED).mediatesOnly())
                .isTrue();
        assertThat(substitute("p-9", Role.MEDIATOR, Role.HANDLER).mediatesOnly())
                .isFalse();
        assertThat(substitute("p-9").mediatesOnly()).isFalse();
    }

    @Test
    void theProgramWritesDownWhatAPersonDecidedAndThePersonStaysTheSame() {
        Actor leader = substitute("p-9", Role.LEADER);
        assertThat(leader.has(Role.SYSTEM)).isFalse();
        assertThat(leader.byProgram())
                .isEqualTo(new Actor("p-9", "620823", Set.of(Role.LEADER, Role.SYSTEM), Set.of("p-2")));
    }

    @Test
    void aCitizenActsAsThePartyOfHisTrackingCode() {
        assertThat(Actor.party("P1", Role.COMPLAINANT)).isEqualTo(new Actor("party:P1", "", Set.of(Role.COMPLAINANT)));
    }

    @Test
    void whoSignedInStandsForThoseOfTheRunningRequest() {
        SignedIn who = new SignedIn("p-9", "officer", "测试员", "620823", Set.of(Role.HANDLER), false);
        Scope scope = Scope.subtree("620823", "p-9", Scope.Reports.NONE).standingFor(Set.of("p-2"));
        assertThat(Scopes.within(scope, () -> Actor.of(who))).isEqualTo(substitute("p-9", Role.HANDLER));
    }

    private static CaseState inHands(Set<String> handlers, Set<String> mediators) {
        CaseDraft draft = new CaseDraft("FX-1", Kind.COMPLAINT, "620823", "order121", "WEB", Instant.EPOCH);
        draft.handlers = handlers;
        draft.mediators = mediators;
        return draft.done();
    }

    private static Actor substitute(String id, Role... roles) {
        return new Actor(id, "620823", Set.of(roles), Set.of("p-2"));
    }
}
