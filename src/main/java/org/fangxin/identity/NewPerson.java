package org.fangxin.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param username 3 to 32 small letters, digits, dots, hyphens, underscores; unique in the database
 * @param password the first password; has to satisfy the password policy
 * @param mustChange whether the first sign-in has to replace the password before anything else
 * @param certificateNo number of the certificate of law enforcement (PP 22), or null
 */
public record NewPerson(
        String username,
        String displayName,
        String agencyCode,
        Set<Role> roles,
        String password,
        boolean mustChange,
        @Nullable String certificateNo) {
    public NewPerson {
        roles = Set.copyOf(roles);
    }

    /** Of somebody without a certificate, or whose certificate is entered later. */
    public NewPerson(
            String username,
            String displayName,
            String agencyCode,
            Set<Role> roles,
            String password,
            boolean mustChange) {
        this(username, displayName, agencyCode, roles, password, mustChange, null);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewPerson[" + agencyCode + " " + roles + "]";
    }
}
