package org.fangxin.identity;

import org.fangxin.identity.internal.InScope;
import org.fangxin.identity.internal.Registration;
import org.fangxin.identity.store.PersonStore;

/** The staff over stores that a test keeps in memory. */
public final class PeopleOf {
    private PeopleOf() {}

    public static People these(InScope inScope, Registration registration, PersonStore people) {
        return new People(inScope, registration, people);
    }
}
