package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;

/** Several complainants, agents, entrusted bodies, recusal. */
final class PeopleEvolution {
    private PeopleEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfPeople entry) {}
}
