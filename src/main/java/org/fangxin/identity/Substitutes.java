package org.fangxin.identity;

import java.util.Set;

/** Who stands in for whom at this moment; a room above keeps the absences. */
public interface Substitutes {
    /**
     * The absent people whom this person substitutes now: by an absence that a head approved, between its dates, directly or
     * because the substitute in between is away too. Empty for who is away himself. His own roles stay all that he has.
     */
    Set<String> standsFor(String personId, Set<Role> roles);
}
