package org.fangxin.retention.web;

import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.DisposalList.State;

/** Which step of a list its reader may take: the page shows no button that would be refused. */
final class ReviewStep {
    private ReviewStep() {}

    /** 1, 2, or 0 for none. */
    static int of(DisposalList list, SignedIn reader) {
        boolean before = reader.personId().equals(list.proposedBy())
                || list.reviews().stream().anyMatch(review -> review.by().equals(reader.personId()));
        if (before) {
            return 0;
        }
        if (list.state() == State.PROPOSED && reader.has(Role.UNIT_HEAD)) {
            return 1;
        }
        return list.state() == State.REVIEWED && reader.has(Role.LEADER) ? 2 : 0;
    }
}
