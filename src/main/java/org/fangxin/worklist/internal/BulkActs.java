package org.fangxin.worklist.internal;

import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.problem.Problem;

/** Which acts may be done on many cases at once, and which of them end a case. */
public final class BulkActs {
    /** In the order of the menu. */
    public static final List<Act> ALL =
            List.of(Act.ASSIGN, Act.CONFIRM_RECEIPT, Act.ADD_NOTE, Act.ACCEPT, Act.ANSWER, Act.REFUSE, Act.ARCHIVE);

    /** After these nothing more is done for whoever asked: only for cases that the officer has opened. */
    private static final Set<Act> ENDING = Set.of(Act.ANSWER, Act.REFUSE, Act.ARCHIVE);

    private BulkActs() {}

    /** @throws Problem 422 for an act that is done case by case */
    public static Act allowed(String id) {
        return ALL.stream()
                .filter(act -> act.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "act",
                        "one-by-one",
                        "这一步不能成批办理，请在案件页逐件办。可以成批办的："
                                + String.join("、", ALL.stream().map(Act::label).toList()) + "。"));
    }

    static boolean ends(Act act) {
        return ENDING.contains(act);
    }
}
