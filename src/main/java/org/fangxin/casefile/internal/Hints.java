package org.fangxin.casefile.internal;

import java.util.Set;
import java.util.function.Function;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;

/** The refusal of an act that does not fit the stage, with the acts that would be right from there. */
final class Hints {
    private Hints() {}

    /** For rules of reports, consultations and suggestions: cites what the rule itself rests on. */
    static Function<CaseState, Decision.Refused> wrongStage(Act act, String... articles) {
        return state -> Decision.refused("STAGE", sentence(act, state), articles);
    }

    /** For acts of complaints and reports whose article depends on the case. */
    static Function<CaseState, Decision.Refused> wrongStage(
            Act act, Set<Stage> fitting, Function<CaseState, String> article) {
        return state -> state.kind() == Kind.REPORT
                ? Decision.refused("STAGE", sentence(act, state), article.apply(state))
                : WrongStage.of(act, article.apply(state), fitting, state);
    }

    private static String sentence(Act act, CaseState state) {
        String now = "现在不能“" + act.label() + "”：本件" + state.stage().chinese() + "。";
        return now + (state.kind() == Kind.REPORT ? report(state.stage()) : inquiry(state.stage()));
    }

    private static String report(Stage stage) {
        return switch (stage) {
            case RECEIVED -> "可以“核查”“立案”“不予立案”，没有权限的用“反馈退回”或者“告知无权限”。";
            case VERIFYING -> "可以“记录核查结果”“立案”“不予立案”。";
            case FILED -> "可以“行政处罚告知”“处理决定”“中止调查”“终止调查”“移送”。";
            case NOT_FILED -> "有新的事实请登记新的举报；办完请“归档”。";
            case DECIDED -> "可以“送达”“执行完毕”“结案”。";
            case ARCHIVED -> "归档后不再办理。";
            default -> "办完请“归档”。";
        };
    }

    private static String inquiry(Stage stage) {
        return switch (stage) {
            case RECEIVED, REFERRED, CONSIDERING -> "可以“答复”“告知途径”“转投诉举报”。";
            case ARCHIVED -> "归档后不再办理。";
            default -> "办完请“归档”。";
        };
    }
}
