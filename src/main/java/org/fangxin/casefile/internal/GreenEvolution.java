package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** Talks with the merchant. */
final class GreenEvolution {
    private GreenEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfGreenChannel entry) {}
}
