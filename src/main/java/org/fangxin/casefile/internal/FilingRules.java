package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.CODES;
import static org.fangxin.casefile.FieldSpec.Type.OFFICERS;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Whether a report becomes a case: the leader's decision (PP 18–20). */
final class FilingRules {
    private static final String CONDITIONS = Law.pp("第十九条");
    private static final String GROUNDS = Law.pp("第二十条");

    static final List<ActRule> ALL = List.of(file(), declineFiling());

    private FilingRules() {}

    /** The four conditions of PP 19; all must be met. */
    enum Condition {
        EVIDENCE("有证据初步证明存在违法行为", "第一项"),
        PUNISHABLE("依法应当给予行政处罚", "第二项"),
        COMPETENT("属于本部门管辖", "第三项"),
        WITHIN_LIMITATION("在给予行政处罚的法定期限内", "第四项");

        private final String chinese;
        private final String item;

        Condition(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }

        static FieldSpec.Option[] options() {
            return Arrays.stream(values())
                    .map(one -> new FieldSpec.Option(one.name(), one.chinese, CONDITIONS + one.item))
                    .toArray(FieldSpec.Option[]::new);
        }
    }

    /** Why filing may be declined (PP 20). */
    enum Ground {
        MINOR_CORRECTED_NO_HARM("违法行为轻微并及时改正，没有造成危害后果", "第一项"),
        FIRST_MINOR_CORRECTED("初次违法且危害后果轻微并及时改正", "第二项"),
        NO_SUBJECTIVE_FAULT("当事人有证据足以证明没有主观过错", "第三项"),
        OTHER_LAWFUL("依法可以不予立案的其他情形", "第四项");

        private final String chinese;
        private final String item;

        Ground(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }

        static FieldSpec.Option[] options() {
            return Arrays.stream(values())
                    .map(one -> new FieldSpec.Option(one.name(), one.chinese, GROUNDS + one.item))
                    .toArray(FieldSpec.Option[]::new);
        }
    }

    /** What the case is about, for lists and figures. */
    enum Cause {
        FOOD_SAFETY("食品安全"),
        PRODUCT_QUALITY("产品质量"),
        ADVERTISING("广告"),
        PRICE("价格"),
        UNFAIR_COMPETITION("不正当竞争"),
        TRADEMARK("商标"),
        CONSUMER_RIGHTS("侵害消费者权益"),
        METROLOGY("计量"),
        REGISTRATION("登记和无照经营"),
        SPECIAL_EQUIPMENT("特种设备"),
        OTHER("其他");

        private final String chinese;

        Cause(String chinese) {
            this.chinese = chinese;
        }

        static FieldSpec.Option[] options() {
            return Arrays.stream(values())
                    .map(one -> new FieldSpec.Option(one.name(), one.chinese, null))
                    .toArray(FieldSpec.Option[]::new);
        }
    }

    private static ActRule file() {
        return act(Act.FILE)
                .of(Kind.REPORT)
                .by(Role.LEADER, Role.UNIT_HEAD, Role.INVESTIGATOR)
                .from(Stage.RECEIVED, Stage.VERIFYING)
                .effect("核查期限办结；九十日内作出处理决定。举报人依法应当告知的才告知。")
                .elsewhere(Hints.wrongStage(Act.FILE, CONDITIONS))
                .with(
                        FieldSpec.choice("conditions", "立案条件", CODES, true, Condition.options())
                                .hinted("四个条件都要符合。"),
                        Approvals.FIELD,
                        FieldSpec.of("officers", "办案人员", OFFICERS, true).hinted("两名以上有执法资格的人员；已分派两人以上的可以不填。"),
                        VerificationRules.Finding.field(false),
                        FieldSpec.choice("caseCause", "案由", CODE, false, Cause.options()),
                        FieldSpec.of("text", "立案理由", TEXT, false))
                .check(FilingRules::conditionsMet)
                .check(FilingRules::competent)
                .check(FilingRules::twoOfficers)
                .check((state, command, world) -> People.recused(officers(state, command), state))
                .check(Approvals.leader("立案审批表", Law.pp("第十八条第一款")))
                .then((state, command, world) -> {
                    List<String> officers =
                            People.ofHolder(officers(state, command), "officers", state, command, world);
                    List<Entry> entries = finding(command);
                    String cause = command.fields()
                            .code("caseCause", Cause.class)
                            .map(Enum::name)
                            .orElse(null);
                    entries.add(new Entry.Filed(Approvals.of(command), officers, cause));
                    return Decision.taken(entries);
                });
    }

    private static Optional<Decision.Refused> conditionsMet(CaseState state, Command command, World world) {
        Set<Condition> failing = EnumSet.allOf(Condition.class);
        command.fields().codes("conditions", Condition.class).forEach(failing::remove);
        if (failing.isEmpty()) {
            return Optional.empty();
        }
        String missing = failing.stream().map(one -> one.chinese).collect(Collectors.joining("；"));
        return Optional.of(
                Decision.refused("FILING_CONDITIONS", "立案要同时符合四个条件，还没有确认：" + missing + "。不符合的请用“不予立案”。", CONDITIONS));
    }

    private static Optional<Decision.Refused> competent(CaseState state, Command command, World world) {
        return Competent.here(state, world)
                ? Optional.empty()
                : Optional.of(
                        Decision.refused("COMPETENT", "按登记的事实，本机关没有管辖权，不能立案。请“反馈退回”或者“告知无权限”。", CONDITIONS + "第三项"));
    }

    private static Optional<Decision.Refused> twoOfficers(CaseState state, Command command, World world) {
        return officers(state, command).size() < 2
                ? Optional.of(Decision.refused("TWO_OFFICERS", "立案要指定两名以上办案人员。请再填一人。", CONDITIONS))
                : Optional.empty();
    }

    private static List<String> officers(CaseState state, Command command) {
        List<String> named = People.named(command, "officers", "persons", "handlers");
        return named.isEmpty() ? state.handlers().stream().sorted().toList() : named;
    }

    private static ActRule declineFiling() {
        return act(Act.DECLINE_FILING)
                .of(Kind.REPORT)
                .by(Role.LEADER, Role.UNIT_HEAD, Role.INVESTIGATOR)
                .from(Stage.RECEIVED, Stage.VERIFYING)
                .effect("核查期限办结，本件办结。举报人依法应当告知的才告知。")
                .elsewhere(Hints.wrongStage(Act.DECLINE_FILING, GROUNDS))
                .with(
                        FieldSpec.choice("ground", "不予立案的情形", CODE, true, Ground.options()),
                        FieldSpec.choice("failing", "不符合的立案条件", CODE, false, Condition.options())
                                .hinted("选“其他情形”时，填不符合的条件或者依据。"),
                        FieldSpec.of("citation", "依据", TEXT, false),
                        Approvals.FIELD,
                        VerificationRules.Finding.field(false),
                        FieldSpec.of("text", "理由", TEXT, false))
                .check((state, command, world) -> reasoned(command))
                .check(Approvals.leader("不予立案审批表", Law.pp("第十八条第一款")))
                .then((state, command, world) -> {
                    List<Entry> entries = finding(command);
                    String failing = command.fields()
                            .code("failing", Condition.class)
                            .map(Enum::name)
                            .orElse(null);
                    String citation = Papers.line(command.fields(), "citation").orElse(null);
                    entries.add(new Entry.FilingDeclined(
                            Approvals.of(command), ground(command).name(), failing, citation));
                    return Decision.taken(entries);
                });
    }

    private static Optional<Decision.Refused> reasoned(Command command) {
        boolean bare = ground(command) == Ground.OTHER_LAWFUL
                && !command.fields().has("failing")
                && !command.fields().has("citation");
        return bare
                ? Optional.of(
                        Decision.refused("GROUND", "“其他情形”要写明不符合哪个立案条件，或者法律、法规、规章的依据。", GROUNDS + "第四项", CONDITIONS))
                : Optional.empty();
    }

    private static Ground ground(Command command) {
        return command.fields()
                .code("ground", Ground.class)
                .or(() ->
                        command.fields().codes("grounds", Ground.class).stream().findFirst())
                .orElseThrow(() -> Fields.missing("ground", "不予立案的情形"));
    }

    private static List<Entry> finding(Command command) {
        List<Entry> entries = new ArrayList<>();
        command.fields()
                .code("finding", VerificationRules.Finding.class)
                .ifPresent(found -> entries.add(new Entry.FindingRecorded(found.name())));
        return entries;
    }
}
