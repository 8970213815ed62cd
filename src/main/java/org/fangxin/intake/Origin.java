package org.fangxin.intake;

import org.fangxin.casefile.Actor;
import org.fangxin.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * Who hands a submission in.
 *
 * @param officer the officer who registers it, or null for the public pages
 */
public record Origin(@Nullable SignedIn officer) {
    /** The public pages. */
    public static final Origin PUBLIC = new Origin(null);

    public boolean desk() {
        return officer != null;
    }

    /** The agency that receives it, or null when competence decides. */
    public @Nullable String agency() {
        return officer == null ? null : officer.agencyCode();
    }

    public Actor actor() {
        return officer == null ? Actor.SYSTEM : Actor.of(officer);
    }
}
