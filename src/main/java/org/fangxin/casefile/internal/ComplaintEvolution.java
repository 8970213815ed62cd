package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** The main line of a complaint. */
final class ComplaintEvolution {
    private ComplaintEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfComplaint entry) {}

    /** A complaint came in, for the first time or at another agency; the head has been taken. */
    static void received(CaseDraft next, Recorded recorded, Entry.Received received) {}
}
