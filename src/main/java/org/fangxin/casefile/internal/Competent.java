package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.World;

/** Whether the holder may decide, by the facts recorded at intake; without facts nobody is held to be incompetent. */
final class Competent {
    private Competent() {}

    /**
     * The holder is one of the competent agencies; for reports also any agency above one of them (Art. 29 and 31: county
     * level and above). Competence that was agreed, designated, taken up or transferred is not asked again.
     */
    static boolean here(CaseState state, World world) {
        if (world.competent().isEmpty()
                || state.holding().settled()
                || state.report().source().equals("TRANSFERRED")) {
            return true;
        }
        String holder = holder(state, world);
        return state.kind() == Kind.REPORT
                ? within(holder, world)
                : world.competent().contains(holder);
    }

    /** Whether some competent agency is this one or lies below it. */
    static boolean within(String agency, World world) {
        return world.competent().stream().anyMatch(code -> world.agencies().within(code, agency));
    }

    /** The agency that decides: of a 所 its county agency (Art. 30). */
    static String holder(CaseState state, World world) {
        return world.agencies().actingFor(state.agency()).code();
    }
}
