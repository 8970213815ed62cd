package org.fangxin.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of an agency's staff.
 *
 * @param personId stable id, safe for logs and the journal
 * @param username what is typed at sign-in, in small letters
 * @param displayName the name as colleagues see it
 * @param agencyCode the agency whose subtree is this person's scope
 * @param active false once disabled: no sign-in, no session
 * @param roles the roles granted
 * @param certificateNo number of the certificate of law enforcement (PP 22), or null
 */
public record Person(
        String personId,
        String username,
        String displayName,
        String agencyCode,
        boolean active,
        Set<Role> roles,
        @Nullable String certificateNo) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** The same without sign-in. */
    public Person disabled() {
        return new Person(personId, username, displayName, agencyCode, false, roles, certificateNo);
    }
}
