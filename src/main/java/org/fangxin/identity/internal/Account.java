package org.fangxin.identity.internal;

import java.time.Instant;
import org.fangxin.identity.Person;

/**
 * A person with what sign-in needs.
 *
 * @param passwordHash Argon2id, encoded
 * @param mustChange whether the password was set by somebody else
 * @param stamp counts the changes that end the person's sessions
 * @param factor the second factor
 */
public record Account(
        Person person, String passwordHash, Instant passwordChangedAt, boolean mustChange, long stamp, Factor factor) {
    /** The second factor as the database has it. */
    public enum Factor {
        NONE,
        IN_USE,
        /** Taken back by a security administrator: to be enrolled anew. */
        RESET
    }

    boolean wantsCode() {
        return factor == Factor.IN_USE;
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Account[" + person.personId() + "]";
    }
}
