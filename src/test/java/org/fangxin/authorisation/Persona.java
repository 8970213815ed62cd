package org.fangxin.authorisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** Somebody at the door; {@code who} is null for nobody. */
record Persona(String name, @Nullable SignedIn who) {
    private static final Set<Role> SEE_ALL_REPORTS =
            EnumSet.of(Role.LEADER, Role.UNIT_HEAD, Role.INTAKE, Role.SUPERIOR);

    static final Persona NOBODY = new Persona("nobody", null);
    static final Persona SYSTEM_ADMIN = of("system administrator", PlantedCase.COUNTY, Set.of(Role.SYSTEM_ADMIN));
    static final Persona SECURITY_ADMIN = of("security administrator", PlantedCase.COUNTY, Set.of(Role.SECURITY_ADMIN));
    static final Persona AUDITOR = of("auditor", PlantedCase.COUNTY, Set.of(Role.AUDITOR));
    static final Persona ROLELESS = of("without role", PlantedCase.COUNTY, Set.of());
    static final Persona MERCHANT = of("a merchant's account", PlantedCase.COUNTY, Set.of(Role.RESPONDENT));
    static final Persona NEXT_COUNTY = of("next county: every officer's role", PlantedCase.NEIGHBOUR, Role.OFFICERS);
    static final Persona NEXT_SYSTEM_ADMIN =
            of("next county: system administrator", PlantedCase.NEIGHBOUR, Set.of(Role.SYSTEM_ADMIN));
    static final Persona NEXT_SECURITY_ADMIN =
            of("next county: security administrator", PlantedCase.NEIGHBOUR, Set.of(Role.SECURITY_ADMIN));
    static final Persona COLLEAGUE = of("same county: not in charge", PlantedCase.COUNTY, withoutReports());
    static final Persona LEADER =
            of("same county: leader", PlantedCase.COUNTY, Set.of(Role.LEADER, Role.UNIT_HEAD, Role.INTAKE));

    static Persona of(String name, String agency, Set<Role> roles) {
        return new Persona(name, new SignedIn("matrix-" + name.hashCode(), "matrix", "测试员", agency, roles, false));
    }

    static Persona inCharge(Person person) {
        return new Persona(
                "in charge",
                new SignedIn(
                        person.personId(),
                        person.username(),
                        person.displayName(),
                        person.agencyCode(),
                        person.roles(),
                        false));
    }

    /** Everybody of the table, in the order of its columns. */
    static List<Persona> all(Persona inCharge) {
        return List.of(
                NOBODY,
                SYSTEM_ADMIN,
                SECURITY_ADMIN,
                AUDITOR,
                ROLELESS,
                NEXT_COUNTY,
                NEXT_SYSTEM_ADMIN,
                NEXT_SECURITY_ADMIN,
                COLLEAGUE,
                LEADER,
                inCharge);
    }

    /** Those who must see nothing of the planted county's cases. */
    static List<Persona> blind() {
        return List.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR, ROLELESS, MERCHANT, NEXT_COUNTY, NEXT_SYSTEM_ADMIN);
    }

    boolean hasAny(Set<Role> roles) {
        return who != null && who.roles().stream().anyMatch(roles::contains);
    }

    boolean ofCounty() {
        return who != null && who.agencyCode().equals(PlantedCase.COUNTY);
    }

    boolean seesComplaints() {
        return ofCounty() && hasAny(Role.OFFICERS);
    }

    boolean seesReports(boolean inCharge) {
        return seesComplaints() && (hasAny(SEE_ALL_REPORTS) || (inCharge && hasAny(Set.of(Role.INVESTIGATOR))));
    }

    private static Set<Role> withoutReports() {
        Set<Role> roles = EnumSet.copyOf(Role.OFFICERS);
        roles.removeAll(SEE_ALL_REPORTS);
        return roles;
    }
}
