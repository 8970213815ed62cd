package org.fangxin.identity.internal;

import java.time.Instant;
import java.util.Set;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;

/**
 * A program that signs in with OAuth2 client credentials.
 *
 * @param secretHash Argon2id of its secret
 * @param roles those granted by the security administrator
 * @param wantedRoles those asked for when the account was made
 */
public record Program(
        String clientId,
        String secretHash,
        String displayName,
        String agencyCode,
        Set<Role> roles,
        Set<Role> wantedRoles,
        Instant createdAt) {
    public Program {
        roles = Set.copyOf(roles);
        wantedRoles = Set.copyOf(wantedRoles);
    }

    public SignedIn signedIn() {
        return new SignedIn(clientId, clientId, displayName, agencyCode, roles, false);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Program[" + clientId + "]";
    }
}
