package org.fangxin.identity.internal;

import org.fangxin.identity.Person;

/** An account made or reset, with the password that its owner has to replace; it is shown this once. */
public record Issued(Person person, String initialPassword) {
    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Issued[" + person.personId() + "]";
    }
}
