package org.fangxin.identity.internal;

import java.time.Instant;
import org.fangxin.identity.Person;
import org.fangxin.identity.SignedIn;

/**
 * A person with what sign-in needs.
 *
 * @param passwordHash Argon2id, encoded
 * @param mustChange whether the password was set by somebody else
 * @param stamp counts the changes that end the person's sessions
 */
public record Account(Person person, String passwordHash, Instant passwordChangedAt, boolean mustChange, long stamp) {
    /** As the security context holds the person. A password past its lifetime has to be replaced like a first one. */
    SignedIn signedIn(PasswordProfile profile, Instant now) {
        boolean expired = profile.lifetime()
                .map(lifetime -> passwordChangedAt.plus(lifetime).isBefore(now))
                .orElse(false);
        return new SignedIn(
                person.personId(),
                person.username(),
                person.displayName(),
                person.agencyCode(),
                person.roles(),
                mustChange || expired);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Account[" + person.personId() + "]";
    }
}
