package org.fangxin.identity;

import java.util.Set;

/**
 * A member of an agency's staff.
 *
 * @param personId stable id, safe for logs and the journal
 * @param username what is typed at sign-in, in small letters
 * @param displayName the name as colleagues see it
 * @param agencyCode the agency whose subtree is this person's scope
 * @param active false once disabled: no sign-in, no session
 * @param roles the roles granted
 */
public record Person(
        String personId, String username, String displayName, String agencyCode, boolean active, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
    }
}
