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
 */
public record SignedIn(
        String personId,
        String username,
        String displayName,
        String agencyCode,
        Set<Role> roles,
        boolean mustChangePassword)
        implements java.io.Serializable {
    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
