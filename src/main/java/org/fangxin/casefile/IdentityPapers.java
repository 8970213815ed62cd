package org.fangxin.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files by which a complainant proves who he is (Art. 10(3)): apart from the evidence, open to the officer in charge while he
 * checks, listed without a name to the head of the unit, unknown to everybody else, and not kept longer than needed.
 */
public interface IdentityPapers {
    /** One paper. {@code mayOpen}: by this reader now; {@code purgedAt}: when its content was deleted. */
    record Paper(
            String attachmentId, boolean mayOpen, @Nullable Instant purgedAt) {}

    /** A paper whose time is over. */
    record Expired(String caseNo, String attachmentId) {}

    /** Within the thread's scope; empty for those who may not know of any. */
    List<Paper> shownTo(String caseNo, Actor actor);

    /** Those whose case was closed long enough ago, by the setting of its agency; in the program's scope. */
    List<Expired> expired(Instant now);

    /** Records that the content is gone; in the program's scope. */
    void purged(Expired paper, Instant now);
}
