package org.fangxin.casefile;

import java.util.EnumSet;
import java.util.Set;
import org.fangxin.identity.Role;

/**
 * Who does an act.
 *
 * @param id person id of an officer or program; {@code party:P1} for a citizen acting by tracking code;
 *     {@code system} for the program itself
 * @param agency agency of the officer; empty for citizens and the program
 */
public record Actor(String id, String agency, Set<Role> roles) {
    private static final Set<Role> MEDIATE = EnumSet.of(Role.MEDIATOR, Role.ENTRUSTED);
    public static final Actor SYSTEM = new Actor("system", "", Set.of(Role.SYSTEM));

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** A party acting on the tracking page. */
    public static Actor party(String partyId, Role role) {
        return new Actor("party:" + partyId, "", Set.of(role));
    }

    /** The same person, for whom the program writes down what was decided in another room's books. */
    public Actor byProgram() {
        Set<Role> both = EnumSet.of(Role.SYSTEM);
        both.addAll(roles);
        return new Actor(id, agency, both);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /**
     * Whether mediation is all that this person does: then the whitelist of cases (Art. 37) is all that he reads and searches,
     * but for those that he is in charge of.
     */
    public boolean mediatesOnly() {
        return !roles.isEmpty() && MEDIATE.containsAll(roles);
    }
}
