package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AMOUNT;
import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.CODES;
import static org.fangxin.casefile.FieldSpec.Type.DATE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** The filed case up to its decision (PP 46, 47, 60, 64). */
final class FiledCaseRules {
    static final Role[] DECIDERS = {Role.LEADER, Role.UNIT_HEAD, Role.INVESTIGATOR};
    private static final String LIMIT = Law.pp("第六十四条第一款");

    static final List<ActRule> ALL =
            List.of(extendDecision(), suspendCase(), resumeCase(), terminateInvestigation(), decideCase());

    private FiledCaseRules() {}

    /** Why an investigation is suspended (PP 46). */
    enum Suspension {
        RELATED_RULING("以相关案件的裁判结果或者其他行政决定为依据", "第一项"),
        LEGAL_INTERPRETATION("法律适用问题送请有权机关解释或者确认", "第二项"),
        FORCE_MAJEURE("不可抗力", "第三项"),
        PARTY_MISSING("当事人下落不明", "第四项"),
        OTHER("其他应当中止的情形", "第五项");

        private final String chinese;
        private final String item;

        Suspension(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }
    }

    /** Why an investigation ends without a decision (PP 47). */
    enum Ending {
        PERSON_DIED("涉嫌违法的自然人死亡，无权利义务承受人"),
        ENTITY_ENDED("法人、其他组织终止，无权利义务承受人"),
        OTHER("其他致使调查无法继续进行的原因");

        private final String chinese;

        Ending(String chinese) {
            this.chinese = chinese;
        }
    }

    /** How a filed case is decided (PP 60). */
    enum Outcome {
        PENALTY("给予行政处罚", "第一项"),
        NO_PENALTY_BY_LAW("依法不予行政处罚", "第二项"),
        NOT_ESTABLISHED("违法事实不能成立", "第三项"),
        TO_OTHER_DEPARTMENT("移送其他行政管理部门", "第四项"),
        TO_JUDICIARY("移送司法机关", "第五项");

        private final String chinese;
        private final String item;

        Outcome(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }
    }

    /** Cases that lawyers review and leaders discuss (PP 50 第一款); a hearing makes one by itself. */
    enum Major {
        PUBLIC_INTEREST("涉及重大公共利益", "第一项"),
        COMPLEX("案件情况疑难复杂、涉及多个法律关系", "第三项"),
        BY_LAW("法律、法规规定应当法制审核的其他情形", "第四项");

        private final String chinese;
        private final String item;

        Major(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }

        static FieldSpec.Option[] options() {
            return Stream.of(values())
                    .map(one -> new FieldSpec.Option(one.name(), one.chinese, Law.pp("第五十条第一款" + one.item)))
                    .toArray(FieldSpec.Option[]::new);
        }
    }

    private static ActRule extendDecision() {
        return act(Act.EXTEND_DECISION)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(DECIDERS)
                .from(Stage.FILED)
                .effect("第一次延长三十日；第二次由负责人集体讨论确定期限。")
                .elsewhere(Hints.wrongStage(Act.EXTEND_DECISION, LIMIT))
                .with(
                        FieldSpec.of("reason", "原因", TEXT, true),
                        FieldSpec.of("until", "延长到", DATE, false).hinted("第二次延长时填写集体讨论确定的日期。"),
                        FieldSpec.of("collective", "已经负责人集体讨论", BOOLEAN, false),
                        Approvals.FIELD)
                .forbid((state, actor, world) -> state.report().prosecution().extensions() >= 2
                        ? no("EXTENDED", "办案期限已经延长过两次，不能再延长。请“处理决定”。", LIMIT)
                        : Optional.empty())
                .check((state, command, world) -> Due.missed(state, FiledCaseEvolution.DECIDE, command, world)
                        ? no("AFTER_DUE", "办案期限已经届满，届满后不能延长。请尽快“处理决定”。", LIMIT)
                        : Optional.empty())
                .check(FiledCaseRules::furtherIsCollective)
                .check(Approvals.leader("延长办案期限审批表", LIMIT))
                .then((state, command, world) -> {
                    command.fields().need("reason", "原因");
                    if (state.report().prosecution().extensions() == 0) {
                        return Decision.taken(new Entry.DecisionExtended(Approvals.of(command)));
                    }
                    LocalDate until = command.fields().needDate("until", "延长到");
                    if (Due.on(state, FiledCaseEvolution.DECIDE, world)
                            .filter(due -> !until.isAfter(due))
                            .isPresent()) {
                        throw new Fields.Faulty("until", "not-later", "新的日期应当晚于现在的期限。");
                    }
                    return Decision.taken(new Entry.DecisionExtendedFurther(Approvals.of(command), until));
                });
    }

    private static Optional<Decision.Refused> furtherIsCollective(CaseState state, Command command, World world) {
        boolean alone = state.report().prosecution().extensions() == 1
                && !command.fields().yes("collective");
        return alone ? no("COLLECTIVE", "第二次延长要由负责人集体讨论决定，并确定合理期限。", LIMIT) : Optional.empty();
    }

    private static ActRule suspendCase() {
        FieldSpec.Option[] items = Stream.of(Suspension.values())
                .map(one -> new FieldSpec.Option(one.name(), one.chinese, Law.pp("第四十六条" + one.item)))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.SUSPEND_CASE)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(DECIDERS)
                .from(Stage.FILED)
                .effect("中止调查；中止期间不计入办案期限。")
                .elsewhere(Hints.wrongStage(Act.SUSPEND_CASE, Law.pp("第四十六条")))
                .with(FieldSpec.choice("item", "中止的情形", CODE, true, items), Approvals.FIELD)
                .forbid((state, actor, world) -> state.is(Flag.SUSPENDED)
                        ? no("SUSPENDED", "已经中止调查。原因消除后请“恢复调查”。", Law.pp("第四十六条"))
                        : Optional.empty())
                .check(Approvals.leader("中止调查审批表", Law.pp("第四十六条")))
                .then((state, command, world) -> Decision.taken(new Entry.CaseSuspended(
                        Approvals.of(command),
                        command.fields()
                                .needCode("item", Suspension.class, "中止的情形")
                                .name(),
                        day(command))));
    }

    private static ActRule resumeCase() {
        return act(Act.RESUME_CASE)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(DECIDERS)
                .from(Stage.FILED)
                .effect("恢复调查；从次日起继续计算办案期限。")
                .elsewhere(Hints.wrongStage(Act.RESUME_CASE, Law.pp("第四十六条")))
                .with(FieldSpec.of("reason", "消除的原因", TEXT, false), Approvals.FIELD)
                .forbid((state, actor, world) -> state.is(Flag.SUSPENDED)
                        ? Optional.empty()
                        : no("NOT_SUSPENDED", "现在没有中止调查，不用恢复。", Law.pp("第四十六条")))
                .check(Approvals.leader("恢复调查审批表", Law.pp("第四十六条")))
                .then((state, command, world) ->
                        Decision.taken(new Entry.CaseResumed(Approvals.of(command), day(command))));
    }

    private static ActRule terminateInvestigation() {
        FieldSpec.Option[] items = Stream.of(Ending.values())
                .map(one -> new FieldSpec.Option(one.name(), one.chinese, Law.pp("第四十七条")))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.TERMINATE_INVESTIGATION)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(DECIDERS)
                .from(Stage.FILED)
                .effect("终止调查；十五个工作日内填写结案审批表。")
                .elsewhere(Hints.wrongStage(Act.TERMINATE_INVESTIGATION, Law.pp("第四十七条")))
                .with(FieldSpec.choice("item", "终止的原因", CODE, true, items), Approvals.FIELD)
                .check(Approvals.leader("终止调查审批表", Law.pp("第四十七条")))
                .then((state, command, world) -> Decision.taken(new Entry.InvestigationTerminated(
                        Approvals.of(command),
                        command.fields().needCode("item", Ending.class, "终止的原因").name())));
    }

    private static ActRule decideCase() {
        FieldSpec.Option[] outcomes = Stream.of(Outcome.values())
                .map(one -> new FieldSpec.Option(one.name(), one.chinese, Law.pp("第六十条第一款" + one.item)))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.DECIDE_CASE)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(DECIDERS)
                .from(Stage.FILED)
                .effect("办案期限办结。举报人依法应当告知的才告知。")
                .elsewhere(Hints.wrongStage(Act.DECIDE_CASE, Law.pp("第六十条")))
                .with(
                        FieldSpec.choice("outcome", "处理决定", CODE, true, outcomes),
                        FieldSpec.of("reviewed", "已经审核", BOOLEAN, true).hinted("法制审核或者案件审核已经完成。"),
                        FieldSpec.of("heard", "已告知并听取当事人意见", BOOLEAN, false).hinted("给予行政处罚的必须填。"),
                        FieldSpec.of("decisionNo", "决定书文号", TEXT, false).hinted("给予行政处罚的必须填。"),
                        FieldSpec.of("fine", "罚款（元）", AMOUNT, false),
                        FieldSpec.of("forfeiture", "没收违法所得（元）", AMOUNT, false),
                        FieldSpec.of("returned", "责令退还（元）", AMOUNT, false),
                        FieldSpec.choice("major", "应当法制审核的情形", CODES, false, Major.options())
                                .hinted("有其中一种的，要先法制审核并由负责人集体讨论；经过听证的不用勾选。"),
                        Approvals.FIELD)
                .forbid((state, actor, world) -> state.is(Flag.SUSPENDED)
                        ? no("SUSPENDED", "本案中止调查。原因消除后请先“恢复调查”。", Law.pp("第四十六条"))
                        : Optional.empty())
                .check(FiledCaseRules::reviewedAndHeard)
                .check((state, command, world) -> outcome(command) == Outcome.PENALTY
                        ? PenaltyGuards.before(state, command, world)
                        : Optional.empty())
                .check(Approvals.leader("行政处理决定审批表", Law.pp("第六十条第一款")))
                .then((state, command, world) -> {
                    Outcome outcome = outcome(command);
                    String decisionNo = outcome == Outcome.PENALTY
                            ? Papers.need(command.fields(), "decisionNo", "决定书文号")
                            : Papers.line(command.fields(), "decisionNo").orElse(null);
                    Entry decided = new Entry.CaseDecided(
                            Approvals.of(command),
                            outcome.name(),
                            decisionNo,
                            command.fields().amount("fine").orElse(null),
                            command.fields().amount("forfeiture").orElse(null),
                            command.fields().amount("returned").orElse(null));
                    command.fields().codes("major", Major.class);
                    return new Decision.Taken(
                            List.of(decided),
                            List.of(),
                            List.of(),
                            outcome == Outcome.PENALTY ? PenaltyGuards.warnings(state) : List.of());
                });
    }

    private static Optional<Decision.Refused> reviewedAndHeard(CaseState state, Command command, World world) {
        if (!command.fields().yes("reviewed")) {
            return no("REVIEW", "作出决定前要完成法制审核或者案件审核。", Law.pp("第五十条"), Law.pp("第五十二条"));
        }
        return outcome(command) == Outcome.PENALTY && !command.fields().yes("heard")
                ? no("HEARING", "给予行政处罚前，要书面告知当事人，并听取陈述、申辩。", Law.pp("第五十七条"))
                : Optional.empty();
    }

    private static Outcome outcome(Command command) {
        return command.fields().needCode("outcome", Outcome.class, "处理决定");
    }

    private static LocalDate day(Command command) {
        return command.occurredAt().atZone(Fields.ZONE).toLocalDate();
    }

    static Optional<Decision.Refused> no(String code, String why, String... articles) {
        return Optional.of(Decision.refused(code, why, articles));
    }
}
