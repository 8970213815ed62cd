package org.fangxin.identity;

import java.util.Set;

/**
 * An account to be made.
 *
 * @param username 3 to 32 small letters, digits, dots, hyphens, underscores; unique in the database
 * @param password the first password; has to satisfy the password policy
 * @param mustChange whether the first sign-in has to replace the password before anything else
 */
public record NewPerson(
        String username, String displayName, String agencyCode, Set<Role> roles, String password, boolean mustChange) {
    public NewPerson {
        roles = Set.copyOf(roles);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewPerson[" + agencyCode + " " + roles + "]";
    }
}
