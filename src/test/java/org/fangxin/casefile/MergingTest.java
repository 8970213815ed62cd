package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;

/** An officer has written an act, and somebody else was at the same complaint meanwhile. */
class MergingTest {
    private static final Object[] AGREEMENT = {"mode", "MEDIATED", "terms", "退款", "amount", "1980.00"};

    private static final Actor UNIT_HEAD = TestWorld.officer("u-head", Role.UNIT_HEAD);

    private interface Merger {
        boolean mergeable(Act act, Collection<Entry> since, Set<Matter> changed, Decision then, Decision now);
    }

    @Test
    void anAgreementGoesOnAfterAMereAssignment() {
        assertThat(after(ComplaintMother.held(), MergingTest::assigned)).isTrue();
    }

    @Test
    void anAgreementIsLookedAtAgainWhenTheDemandsChanged() {
        assertThat(after(ComplaintMother.held(), MergingTest::demandsMore)).isFalse();
    }

    @Test
    void anAgreementIsLookedAtAgainWhenTheCaseHasEnded() {
        assertThat(after(ComplaintMother.held(), c -> c.does(Act.WITHDRAW, ComplaintMother.COMPLAINANT)))
                .isFalse();
    }

    @Test
    void theSameThingIsNotRecordedTwiceByTwoPeople() {
        ComplaintMother c = ComplaintMother.held();
        assertThat(merged(
                        Merging::mergeable,
                        c,
                        one -> one.does(Act.RECORD_CONTACT, ComplaintMother.HANDLER),
                        Act.RECORD_CONTACT))
                .isFalse();
    }

    @Test
    void aTwinThatLooksOnlyAtTheStageWouldLetTheChangedDemandsThrough() {
        Merger twin = (act, since, changed, then, now) -> !changed.contains(Matter.STAGE);
        assertThat(merged(twin, ComplaintMother.held(), MergingTest::demandsMore, Act.SETTLE, AGREEMENT))
                .as("caught by anAgreementIsLookedAtAgainWhenTheDemandsChanged")
                .isTrue();
    }

    @Test
    void whatNobodyHasNamedHasLookedAtEverythingThatIsJudged() {
        Set<Matter> judged = EnumSet.complementOf(EnumSet.of(Matter.STAFF, Matter.NOTICES, Matter.CLOCKS));
        assertThat(Merging.dependsOn(Act.ACCEPT)).isEqualTo(judged);
        assertThat(Merging.dependsOn(Act.DECIDE_CASE)).isEqualTo(judged);
    }

    @Test
    void everyActDependsOnTheStageAndOnWhoHoldsTheCase() {
        assertThat(Arrays.asList(Act.values()))
                .allSatisfy(act -> assertThat(Merging.dependsOn(act)).contains(Matter.STAGE, Matter.HOLDER));
    }

    private static ComplaintMother assigned(ComplaintMother c) {
        c.world.staffedBy(ComplaintMother.MEDIATOR);
        return c.does(Act.ASSIGN, UNIT_HEAD, "persons", List.of(ComplaintMother.MEDIATOR.id()));
    }

    private static ComplaintMother demandsMore(ComplaintMother c) {
        return c.does(Act.CHANGE_DEMANDS, ComplaintMother.COMPLAINANT, "demands", "REPAIR");
    }

    private static boolean after(ComplaintMother c, UnaryOperator<ComplaintMother> meanwhile) {
        return merged(Merging::mergeable, c, meanwhile, Act.SETTLE, AGREEMENT);
    }

    /** The handler has written the act on what the complaint was; then somebody did something else. */
    private static boolean merged(
            Merger merger, ComplaintMother c, UnaryOperator<ComplaintMother> meanwhile, Act act, Object... fields) {
        CaseState before = c.state;
        int known = c.journal.size();
        Decision then = c.asks(act, ComplaintMother.HANDLER, fields);
        assertThat(then).isInstanceOf(Decision.Taken.class);
        meanwhile.apply(c);
        Set<Matter> changed = EnumSet.noneOf(Matter.class);
        CaseState state = before;
        List<Recorded> since = c.journal.subList(known, c.journal.size());
        for (Recorded one : since) {
            CaseState next = Procedures.evolve(state, one);
            changed.addAll(Merging.touched(state, one.entry(), next));
            state = next;
        }
        Decision now = c.asks(act, ComplaintMother.HANDLER, fields);
        return merger.mergeable(act, since.stream().map(Recorded::entry).toList(), changed, then, now);
    }
}
