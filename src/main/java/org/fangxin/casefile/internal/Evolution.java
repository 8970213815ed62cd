package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** How the state follows from the journal: head and routing here, the rest by procedure. */
public final class Evolution {
    private Evolution() {}

    public static CaseState begin(String caseNo, Recorded first) {
        if (!(first.entry() instanceof Entry.Received received)) {
            throw new IllegalStateException("The journal of " + caseNo + " does not begin with Received");
        }
        return evolve(CaseDraft.first(caseNo, received), first);
    }

    public static CaseState evolve(CaseState state, Recorded recorded) {
        CaseDraft next = state.draft();
        next.seq = recorded.seq();
        return next.done();
    }
}
