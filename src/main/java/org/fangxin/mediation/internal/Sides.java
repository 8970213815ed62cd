package org.fangxin.mediation.internal;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.mediation.Side;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** The party of a case that a side stands for. */
@Component
class Sides {
    private final CaseFiles cases;

    Sides(CaseFiles cases) {
        this.cases = cases;
    }

    /** The representative where there is one (Art. 12), else the first of its role. */
    String of(String caseNo, Side side) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        List<String> representatives = state.complaint().joint().representatives();
        if (side == Side.COMPLAINANT && !representatives.isEmpty()) {
            return representatives.getFirst();
        }
        return state.partiesWith(side.role()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("本案没有登记" + side.chinese() + "，不能邀请。", Map.of()));
    }
}
