package org.fangxin.identity.internal;

import java.time.Instant;
import java.util.Set;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;

/**
 * A program that signs in with OAuth2 client credentials.
 *
 * @param secretHash Argon2id of its secret
 */
public record Program(
        String clientId, String secretHash, String displayName, String agencyCode, Set<Role> roles, Instant createdAt) {
    public Program {
        roles = Set.copyOf(roles);
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
