package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** Appraisal and testing. */
final class AppraisalEvolution {
    private AppraisalEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfAppraisal entry) {}
}
