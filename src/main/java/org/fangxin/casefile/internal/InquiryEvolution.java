package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** What the entries of a consultation or suggestion change. */
final class InquiryEvolution {
    private InquiryEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfInquiry entry) {}

    /** A consultation or suggestion came in, for the first time or at another agency; the head has been taken. */
    static void received(CaseDraft next, Recorded recorded, Entry.Received received) {}

    /** The asker was told the right way. */
    static void redirected(CaseDraft next, Recorded recorded, Entry.Redirected redirected) {}
}
