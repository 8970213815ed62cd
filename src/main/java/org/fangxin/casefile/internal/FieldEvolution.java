package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** What field work changes. */
final class FieldEvolution {
    private FieldEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfField entry) {}
}
