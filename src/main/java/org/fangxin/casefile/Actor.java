package org.fangxin.casefile;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;

/**
 * Who does an act.
 *
 * @param id person id of an officer or program; {@code party:P1} for a citizen acting by tracking code;
 *     {@code system} for the program itself
 * @param agency agency of the officer; empty for citizens and the program
 * @param standsFor ids of absent people whom he substitutes; his own roles stay all that he has
 */
public record Actor(String id, String agency, Set<Role> roles, Set<String> standsFor) {
    private static final Set<Role> MEDIATE = EnumSet.of(Role.MEDIATOR, Role.ENTRUSTED);
    public static final Actor SYSTEM = new Actor("system", "", Set.of(Role.SYSTEM));

    private static final Set<Role> WORK = EnumSet.of(Role.HANDLER, Role.MEDIATOR);

    public Actor {
        roles = Set.copyOf(roles);
        standsFor = Set.copyOf(standsFor);
    }

    /** Who acts for himself alone. */
    public Actor(String id, String agency, Set<Role> roles) {
        this(id, agency, roles, Set.of());
    }

    /** Who signed in, with those whom the running request lets him substitute. */
    public static Actor of(SignedIn who) {
        return new Actor(
                who.personId(), who.agencyCode(), who.roles(), Scopes.current().standsFor());
    }

    /**
     * Whose place among those in charge he takes: his own, or that of an absent person whom he substitutes and whose work on
     * a case of this kind his own roles allow (a report's only an investigator's, Art. 37); empty when neither is there.
     */
    public Optional<String> seat(Kind kind, Collection<String> inCharge) {
        if (inCharge.contains(id)) {
            return Optional.of(id);
        }
        boolean allowed =
                kind == Kind.REPORT ? has(Role.INVESTIGATOR) : roles.stream().anyMatch(WORK::contains);
        return allowed ? standsFor.stream().filter(inCharge::contains).sorted().findFirst() : Optional.empty();
    }

    /** Whether he is in charge of the case, himself or for an absent person. */
    public boolean inCharge(CaseState state) {
        return seat(state).isPresent();
    }

    /** The absent person for whom he acts on the case; empty when he acts in his own right. */
    public Optional<String> actsFor(CaseState state) {
        return seat(state).filter(seat -> !seat.equals(id));
    }

    private Optional<String> seat(CaseState state) {
        return seat(state.kind(), state.handlers()).or(() -> seat(state.kind(), state.mediators()));
    }

    /** A party acting on the tracking page. */
    public static Actor party(String partyId, Role role) {
        return new Actor("party:" + partyId, "", Set.of(role));
    }

    /** The same person, for whom the program writes down what was decided in another room's books. */
    public Actor byProgram() {
        Set<Role> both = EnumSet.of(Role.SYSTEM);
        both.addAll(roles);
        return new Actor(id, agency, both, standsFor);
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
