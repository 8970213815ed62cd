package org.fangxin.staffing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.OfficerLoads.Load;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.staffing.AssignmentRule;
import org.fangxin.staffing.AssignmentRule.Area;
import org.fangxin.staffing.AssignmentRule.Order;
import org.fangxin.staffing.AssignmentRule.Skill;
import org.fangxin.staffing.internal.Ranking.Fit;
import org.fangxin.staffing.internal.Ranking.Matter;
import org.junit.jupiter.api.Test;

/** Skill before area, area before order; within the order the turn or the load decides. */
class RankingTest {
    private static final String COUNTY = "620822";
    private static final String OFFICE = "620822101";
    private static final Matter FOOD_IN_TOWN = new Matter(COUNTY, Set.of("GOODS:101", "PROBLEM:02"), "620822101");

    private final Fit busy = fit("a", COUNTY, 9);
    private final Fit free = fit("b", COUNTY, 1);
    private final Fit office = fit("c", OFFICE, 0);
    private final List<Fit> all = List.of(busy, free, office);

    @Test
    void byLoadWhoHasLeastIsFirstWithinTheUnitThatHoldsTheCase() {
        Ranking ranking = ranking(rule(Order.LOAD, List.of(), List.of()), FOOD_IN_TOWN, Map.of());
        assertThat(ranking.order(all)).containsExactly(free, busy, office);
        assertThat(ranking.reasons(free, all).toString()).contains("在办 1 件", "比 1 个人少");
    }

    @Test
    void byTurnWhoGotOneTheLongestTimeAgoIsFirstWhateverHeHasInHand() {
        Map<String, Instant> turns = Map.of(
                "a", Instant.parse("2026-05-01T02:00:00Z"),
                "b", Instant.parse("2026-05-02T02:00:00Z"));
        Ranking ranking = ranking(rule(Order.ROUND, List.of(), List.of()), FOOD_IN_TOWN, turns);
        assertThat(ranking.order(List.of(free, busy))).containsExactly(busy, free);
        assertThat(ranking.reasons(free, List.of(free, busy)).toString()).contains("2026-05-02", "前面还有 1 人");
        Fit newcomer = fit("n", COUNTY, 30);
        assertThat(ranking.order(List.of(free, busy, newcomer)))
                .as("who never got one comes first")
                .startsWith(newcomer);
    }

    @Test
    void whoHasTheSkillForTheClassComesFirstAndOthersFollowInOrder() {
        AssignmentRule rule = rule(Order.LOAD, List.of(new Skill("GOODS:101", List.of("a"))), List.of());
        assertThat(ranking(rule, FOOD_IN_TOWN, Map.of()).order(all)).containsExactly(busy, free, office);
        Matter other = new Matter(COUNTY, Set.of("GOODS:117"), null);
        assertThat(ranking(rule, other, Map.of()).order(all))
                .as("another class")
                .startsWith(free);
    }

    @Test
    void whoseAreaTheMerchantIsInComesFirstAndSkillWeighsMore() {
        List<Area> town = List.of(new Area("620822101", List.of("a")));
        assertThat(ranking(rule(Order.LOAD, List.of(), town), FOOD_IN_TOWN, Map.of())
                        .order(all))
                .startsWith(busy);
        Matter elsewhere = new Matter(COUNTY, Set.of(), "620822102");
        assertThat(ranking(rule(Order.LOAD, List.of(), town), elsewhere, Map.of())
                        .order(all))
                .startsWith(free);
        AssignmentRule both = rule(Order.LOAD, List.of(new Skill("PROBLEM:02", List.of("b"))), town);
        assertThat(ranking(both, FOOD_IN_TOWN, Map.of()).order(all)).containsExactly(free, busy, office);
    }

    private static Ranking ranking(AssignmentRule rule, Matter matter, Map<String, Instant> turns) {
        return new Ranking(rule, matter, turns);
    }

    private static AssignmentRule rule(Order order, List<Skill> skills, List<Area> areas) {
        return new AssignmentRule(order, false, skills, areas);
    }

    private static Fit fit(String id, String agency, int complaints) {
        Person person = new Person(id, id, "测试" + id, agency, true, Set.of(Role.HANDLER), null);
        return new Fit(person, new Load(complaints, 0, 0, 0, 0, complaints));
    }
}
