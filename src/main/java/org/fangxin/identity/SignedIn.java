package org.fangxin.identity;

import java.util.Set;

/**
 * The person or program behind a request, as the security context holds it (the authentication's principal).
 *
 * @param personId stable id, safe for logs and the journal
 * @param username what was typed at sign-in
 * @param displayName the officer's name as colleagues see it
 * @param agencyCode the agency whose subtree is this person's scope
 * @param roles the roles granted; one person may hold several, never two of the three administrators
 * @param mustChangePassword true until the first password has been replaced: nothing else is allowed until then
 * @param secondFactor never {@link SecondFactor#CODE_WANTED}: who still owes the code is not signed in
 */
public record SignedIn(
        String personId,
        String username,
        String displayName,
        String agencyCode,
        Set<Role> roles,
        boolean mustChangePassword,
        SecondFactor secondFactor)
        implements java.io.Serializable {
    public SignedIn {
        roles = Set.copyOf(roles);
    }

    /** Of whom no second factor is asked: programs, which hold keys, and the program's own people of a demo. */
    public SignedIn(
            String personId,
            String username,
            String displayName,
            String agencyCode,
            Set<Role> roles,
            boolean mustChangePassword) {
        this(personId, username, displayName, agencyCode, roles, mustChangePassword, SecondFactor.NONE);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
