package org.fangxin.casefile;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fangxin.identity.Role;

/** Who acts at random: every role of one county's agency, its city, its neighbour, its office, the parties and the program. */
final class RandomPeople {
    private static final String COUNTY = TestWorld.CHONGXIN;
    private static final List<Role> ROLES = List.of(
            Role.HANDLER,
            Role.MEDIATOR,
            Role.REGISTRAR,
            Role.INTAKE,
            Role.INVESTIGATOR,
            Role.UNIT_HEAD,
            Role.LEADER,
            Role.ARCHIVIST,
            Role.ENTRUSTED);

    /** Where officers come from: invented, or with accounts. */
    interface Hiring {
        Actor hire(String name, String agency, Set<Role> roles);
    }

    private final List<Actor> cast = new ArrayList<>();
    private final List<String> agencies;
    private final Map<String, String> ids = new TreeMap<>();
    private final Map<ActRule, List<Actor>> able = new IdentityHashMap<>();

    /** @param agencies that forms name */
    RandomPeople(List<String> agencies, Hiring hiring) {
        this.agencies = agencies;
        for (Role role : ROLES) {
            hire(hiring, role.name().toLowerCase(Locale.ROOT), COUNTY, Set.of(role));
        }
        hire(hiring, "all", COUNTY, Set.of(Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR, Role.INTAKE));
        hire(hiring, "city", TestWorld.PINGLIANG, Set.of(Role.SUPERIOR, Role.LEADER, Role.INTAKE, Role.HANDLER));
        hire(hiring, "neighbour", "620821", Set.of(Role.HANDLER, Role.LEADER));
        hire(hiring, "office", COUNTY + "001", Set.of(Role.HANDLER, Role.INVESTIGATOR));
        cast.add(Actor.party("P1", Role.COMPLAINANT));
        cast.add(Actor.party("P2", Role.COMPLAINANT));
        cast.add(Actor.party("P3", Role.RESPONDENT));
        cast.add(Actor.party("P4", Role.AGENT));
        cast.add(new Actor("reporter", "", Set.of(Role.REPORTER)));
        cast.add(Actor.SYSTEM);
        for (ActRule rule : Procedures.catalogue()) {
            able.put(
                    rule,
                    cast.stream()
                            .filter(actor -> rule.roles().stream().anyMatch(actor::has))
                            .toList());
        }
    }

    private void hire(Hiring hiring, String name, String agency, Set<Role> roles) {
        Actor officer = hiring.hire(name, agency, roles);
        ids.put(name, officer.id());
        cast.add(officer);
    }

    List<Actor> cast() {
        return cast;
    }

    List<String> agencies() {
        return agencies;
    }

    /** Whoever signs. */
    String leader() {
        return ids.get("leader");
    }

    /** Two who may go out together. */
    List<String> pair() {
        return List.of(ids.get("investigator"), ids.get("all"));
    }

    /** Mostly somebody who may do it by role. */
    Actor actor(ActRule rule, Dice dice) {
        if (dice.chance(10)) {
            return dice.one(cast);
        }
        List<Actor> some = able.get(rule);
        return some.isEmpty() ? Actor.SYSTEM : dice.one(some);
    }
}
