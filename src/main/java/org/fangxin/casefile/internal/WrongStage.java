package org.fangxin.casefile.internal;

import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Decision;

/** The sentence for an act that does not fit the stage: what happened, and the act that would be right. */
final class WrongStage {
    private WrongStage() {}

    static Decision.Refused of(Act act, String article, CaseState state) {
        String why = "现在不能“" + act.label() + "”：本案" + state.stage().chinese() + "。";
        return article.isEmpty()
                ? Decision.refused("STAGE", why)
                : Decision.refused("STAGE", why, article.split("、"));
    }
}
