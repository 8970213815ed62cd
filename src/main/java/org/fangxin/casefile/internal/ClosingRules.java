package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** The end of a filed case: the penalty performed, the case closed (PP 77). */
final class ClosingRules {
    static final List<ActRule> ALL = List.of(recordPenaltyPerformance(), closeCase());

    private ClosingRules() {}

    /** Why a case is closed (PP 77). */
    enum Closing {
        PERFORMED("行政处罚决定执行完毕", "第一项"),
        COURT_ENDED("人民法院裁定终结执行", "第二项"),
        TERMINATED("案件终止调查", "第三项"),
        DECIDED_OTHERWISE("作出不予处罚、移送等决定", "第四项"),
        OTHER("其他应予结案的情形", "第五项");

        private final String chinese;
        private final String item;

        Closing(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }
    }

    private static ActRule recordPenaltyPerformance() {
        return act(Act.RECORD_PENALTY_PERFORMANCE)
                .of(Kind.REPORT)
                .after(Since::decided)
                .by(Role.INVESTIGATOR)
                .from(Stage.DECIDED)
                .effect("处罚执行完毕；十五个工作日内填写结案审批表。")
                .elsewhere(Hints.wrongStage(Act.RECORD_PENALTY_PERFORMANCE, Law.pp("第七十七条第一项")))
                .with(FieldSpec.of("proofNo", "执行凭证编号", TEXT, true))
                .forbid((state, actor, world) -> state.report().prosecution().performed() || !penalty(state)
                        ? FiledCaseRules.no("NO_PENALTY", "没有等待执行的行政处罚。请“结案”。", Law.pp("第七十七条"))
                        : Optional.empty())
                .then((state, command, world) ->
                        Decision.taken(new Entry.PenaltyPerformed(Papers.need(command.fields(), "proofNo", "执行凭证编号"))));
    }

    private static ActRule closeCase() {
        FieldSpec.Option[] bases = Stream.of(Closing.values())
                .map(one -> new FieldSpec.Option(one.name(), one.chinese, Law.pp("第七十七条" + one.item)))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.CLOSE_CASE)
                .of(Kind.REPORT)
                .after(Since::closable)
                .by(FiledCaseRules.DECIDERS)
                .from(Stage.DECIDED)
                .effect("本案结案，可以归档。")
                .elsewhere(Hints.wrongStage(Act.CLOSE_CASE, Law.pp("第七十七条")))
                .with(FieldSpec.choice("basis", "结案的情形", CODE, false, bases).hinted("不填就按处理决定。"), Approvals.FIELD)
                .check((state, command, world) -> closing(state, command) == Closing.PERFORMED
                                && !state.report().prosecution().performed()
                        ? FiledCaseRules.no("NOT_PERFORMED", "行政处罚还没有执行完毕。请先“执行完毕”，或者填写其他结案的情形。", Law.pp("第七十七条第一项"))
                        : Optional.empty())
                .check(Approvals.leader("结案审批表", Law.pp("第七十七条")))
                .then((state, command, world) -> Decision.taken(new Entry.CaseClosed(
                        Approvals.of(command), closing(state, command).name())));
    }

    private static Closing closing(CaseState state, Command command) {
        Closing byOutcome = penalty(state)
                ? Closing.PERFORMED
                : "TERMINATED".equals(state.report().prosecution().outcome())
                        ? Closing.TERMINATED
                        : Closing.DECIDED_OTHERWISE;
        return command.fields().code("basis", Closing.class).orElse(byOutcome);
    }

    private static boolean penalty(CaseState state) {
        return FiledCaseRules.Outcome.PENALTY
                .name()
                .equals(state.report().prosecution().outcome());
    }
}
