package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** Which office and who has the case. */
final class RoutingEvolution {
    private RoutingEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfRouting entry) {}
}
