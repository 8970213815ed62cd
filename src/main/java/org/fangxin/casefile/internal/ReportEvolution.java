package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** What the entries of a report change. */
final class ReportEvolution {
    private ReportEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfReport entry) {}

    /** A report came in, for the first time or at another agency; the head has been taken. */
    static void received(CaseDraft next, Recorded recorded, Entry.Received received) {}

    /** A report left the market regulators' line, or facts of Art. 42 went to the police. */
    static void transferred(CaseDraft next, Recorded recorded, Entry.Transferred transferred) {}
}
