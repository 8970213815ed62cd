package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.CODES;
import static org.fangxin.casefile.FieldSpec.Type.DATE;
import static org.fangxin.casefile.FieldSpec.Type.OFFICERS;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** Verifying a report or clue, and the time that does not count (PP 18, 22, 64; Art. 27). */
final class VerificationRules {
    static final List<ActRule> ALL = List.of(verify(), recordFinding(), pause(), resume(), extend());

    private static final String SITE = "ON_SITE";

    private VerificationRules() {}

    /** How facts are verified. */
    enum Method {
        ON_SITE("现场检查"),
        INQUIRY("询问"),
        DOCUMENT("查阅资料"),
        ONLINE("网络检查"),
        SAMPLING("抽样"),
        PHONE("电话核实"),
        OTHER("其他");

        private final String chinese;

        Method(String chinese) {
            this.chinese = chinese;
        }
    }

    /** What verification found. */
    enum Finding {
        CONFIRMED("属实"),
        PARTLY("部分属实"),
        NOT_CONFIRMED("不属实"),
        UNREACHABLE("无法核实");

        private final String chinese;

        Finding(String chinese) {
            this.chinese = chinese;
        }

        static FieldSpec field(boolean required) {
            return FieldSpec.choice(
                    "finding",
                    "核查结果",
                    CODE,
                    required,
                    Arrays.stream(values())
                            .map(finding -> new FieldSpec.Option(finding.name(), finding.chinese, null))
                            .toArray(FieldSpec.Option[]::new));
        }
    }

    private static ActRule verify() {
        FieldSpec.Option[] methods = Arrays.stream(Method.values())
                .map(method -> new FieldSpec.Option(
                        method.name(), method.chinese, method == Method.ON_SITE ? Law.pp("第二十二条") : null))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.VERIFY)
                .of(Kind.REPORT)
                .by(Role.INVESTIGATOR)
                .from(Stage.RECEIVED)
                .effect("开始核查；期限照算，举报人看到“已进入处理程序”。")
                .elsewhere(Hints.wrongStage(Act.VERIFY, Law.pp("第十八条第一款")))
                .with(
                        FieldSpec.choice("methods", "核查方式", CODES, false, methods),
                        FieldSpec.of("persons", "核查人员", OFFICERS, false).hinted("现场检查不得少于两人，并出示执法证件。不填就是承办人。"))
                .check(VerificationRules::twoOnSite)
                .check((state, command, world) -> People.recused(persons(state, command), state))
                .then((state, command, world) -> {
                    List<String> persons = People.ofHolder(persons(state, command), "persons", state, command, world);
                    return Decision.taken(new Entry.VerificationStarted(names(methods(command)), persons));
                });
    }

    private static Optional<Decision.Refused> twoOnSite(CaseState state, Command command, World world) {
        boolean alone = methods(command).contains(Method.ON_SITE)
                && persons(state, command).size() < 2;
        return alone
                ? Optional.of(Decision.refused("TWO_OFFICERS", "现场检查不得少于两名执法人员。请再填一人。", Law.pp("第二十二条")))
                : Optional.empty();
    }

    private static List<Method> methods(Command command) {
        List<Method> methods = command.fields().codes("methods", Method.class);
        return methods.isEmpty() ? command.fields().codes("method", Method.class) : methods;
    }

    private static List<String> persons(CaseState state, Command command) {
        List<String> named = People.named(command, "persons", "officers");
        if (!named.isEmpty()) {
            return named;
        }
        return state.handlers().isEmpty()
                ? List.of(command.actor().id())
                : state.handlers().stream().sorted().toList();
    }

    private static ActRule recordFinding() {
        return act(Act.RECORD_FINDING)
                .of(Kind.REPORT)
                .by(Role.INVESTIGATOR)
                .from(Stage.VERIFYING)
                .effect("记录核查结果；是否立案由负责人决定。")
                .elsewhere(Hints.wrongStage(Act.RECORD_FINDING, Law.pp("第十八条第一款")))
                .with(Finding.field(true), FieldSpec.of("text", "说明", TEXT, false))
                .then((state, command, world) -> Decision.taken(new Entry.FindingRecorded(command.fields()
                        .needCode("finding", Finding.class, "核查结果")
                        .name())));
    }

    private static ActRule pause() {
        return act(Act.PAUSE)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(Role.INVESTIGATOR)
                .from(Stage.VERIFYING, Stage.FILED)
                .effect("从凭证日期的次日起不计入期限，直到“恢复计时”。")
                .elsewhere(Hints.wrongStage(Act.PAUSE, Law.pp("第十八条第二款"), Law.pp("第六十四条第二款")))
                .with(
                        FieldSpec.choice("reason", "原因", CODE, true, PauseReason.options()),
                        FieldSpec.of("paperNo", "凭证文号", TEXT, true).hinted("委托书、通知书等的文号。"),
                        FieldSpec.of("from", "凭证日期", DATE, false).hinted("送检、送达等之日；不填就是今天。当天仍计算。"))
                .check(VerificationRules::reasonFits)
                .then((state, command, world) -> {
                    PauseReason reason = reason(command);
                    LocalDate from = day(command, "from");
                    Clocking.within(state, from, "from");
                    return Decision.taken(new Entry.ClockPaused(
                            reason.name(), from, Papers.need(command.fields(), "paperNo", "凭证文号")));
                });
    }

    private static Optional<Decision.Refused> reasonFits(CaseState state, Command command, World world) {
        PauseReason reason = reason(command);
        if (reason.filedOnly() && state.stage() != Stage.FILED) {
            String why = "核查期间只有检测、检验、检疫、鉴定和权利人辨认或者鉴别的时间不计算，“" + reason.chinese() + "”不算在内。";
            return Optional.of(Decision.refused("PAUSE_REASON", why, verificationArticle(state, "第十八条第二款")));
        }
        if (reason == PauseReason.SUSPENSION) {
            return Optional.of(Decision.refused("USE_SUSPEND", "中止调查要负责人批准，请用“中止调查”。", Law.pp("第四十六条")));
        }
        return Clocking.pauses(state).contains(reason.name())
                ? Optional.of(Decision.refused("PAUSED", "这个原因已经中止计时，请先“恢复计时”。", article(state)))
                : Optional.empty();
    }

    private static ActRule resume() {
        return act(Act.RESUME)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(Role.INVESTIGATOR)
                .from(Stage.VERIFYING, Stage.FILED)
                .effect("从次日起继续计算期限。")
                .elsewhere(Hints.wrongStage(Act.RESUME, Law.pp("第十八条第二款"), Law.pp("第六十四条第二款")))
                .with(
                        FieldSpec.choice("reason", "结束的原因", CODE, false, PauseReason.options())
                                .hinted("只有一个原因时不用选。"),
                        FieldSpec.of("through", "结果日期", DATE, false).hinted("收到结果之日；不填就是今天。当天不计算。"),
                        FieldSpec.of("paperNo", "凭证文号", TEXT, false))
                .forbid((state, actor, world) -> running(state).isEmpty()
                        ? Optional.of(Decision.refused("NOT_PAUSED", "现在没有中止计时，不用恢复。", article(state)))
                        : Optional.empty())
                .then((state, command, world) -> {
                    LocalDate through = day(command, "through");
                    Clocking.notBeforePause(state, through, "through");
                    String paper = Papers.line(command.fields(), "paperNo").orElse(null);
                    return Decision.taken(new Entry.ClockResumed(ending(state, command), through, paper));
                });
    }

    /** Pauses that this act may end: a suspension ends by its own act. */
    private static List<String> running(CaseState state) {
        return Clocking.pauses(state).stream()
                .filter(reason -> !reason.equals(PauseReason.SUSPENSION.name()))
                .sorted()
                .toList();
    }

    private static String ending(CaseState state, Command command) {
        List<String> running = running(state);
        Optional<PauseReason> given = command.fields().code("reason", PauseReason.class);
        if (given.isEmpty() && running.size() == 1) {
            return running.getFirst();
        }
        PauseReason reason = given.orElseThrow(() -> Fields.missing("reason", "结束的原因"));
        if (!running.contains(reason.name())) {
            throw new Fields.Faulty("reason", "not-paused", "没有因“" + reason.chinese() + "”中止计时。");
        }
        return reason.name();
    }

    private static ActRule extend() {
        return act(Act.EXTEND)
                .of(Kind.REPORT)
                .by(Role.LEADER, Role.UNIT_HEAD, Role.INVESTIGATOR)
                .from(Stage.RECEIVED, Stage.VERIFYING)
                .effect("核查期限延长十五个工作日，从同一天起算，只能一次。")
                .elsewhere(Hints.wrongStage(Act.EXTEND, Law.pp("第十八条第一款")))
                .with(
                        Approvals.FIELD,
                        FieldSpec.of("reason", "特殊情况", TEXT, true).hinted("写明为什么十五个工作日内核查不完。"))
                .forbid((state, actor, world) -> state.report().verification().extended()
                        ? Optional.of(Decision.refused(
                                "EXTENDED", "核查期限已经延长过一次，不能再延长。请“立案”或者“不予立案”。", verificationArticle(state, "第十八条第一款")))
                        : Optional.empty())
                .check((state, command, world) -> {
                    String rule = state.report().verification().rule();
                    return Due.missed(state, rule, command, world)
                            ? Optional.of(Decision.refused(
                                    "AFTER_DUE",
                                    "核查期限已在" + Words.day(Due.on(state, rule, world)) + "届满，届满后不能延长。请尽快“立案”或者“不予立案”。",
                                    verificationArticle(state, "第十八条第一款")))
                            : Optional.empty();
                })
                .check((state, command, world) -> Approvals.leader("延长核查审批表", verificationArticle(state, "第十八条第一款"))
                        .test(state, command, world))
                .then((state, command, world) -> {
                    command.fields().need("reason", "特殊情况");
                    return Decision.taken(new Entry.VerificationExtended(Approvals.of(command)));
                });
    }

    /** Clues found in mediation are verified under Order 121 Art. 27 (Order 20 Art. 23), reports under PP 18. */
    static String verificationArticle(CaseState state, String penalty) {
        return state.report().verification().rule().equals(ReportEvolution.VERIFY)
                ? Law.pp(penalty)
                : Law.of(state, "第二十七条", "第二十三条");
    }

    private static String article(CaseState state) {
        return state.stage() == Stage.FILED ? Law.pp("第六十四条第二款") : verificationArticle(state, "第十八条第二款");
    }

    private static PauseReason reason(Command command) {
        return command.fields().needCode("reason", PauseReason.class, "原因");
    }

    private static LocalDate day(Command command, String field) {
        LocalDate acted = command.occurredAt().atZone(Fields.ZONE).toLocalDate();
        LocalDate day = command.fields().date(field).orElse(acted);
        if (day.isAfter(command.now().atZone(Fields.ZONE).toLocalDate())) {
            throw new Fields.Faulty(field, "future", "日期不能晚于今天。");
        }
        return day;
    }

    private static List<String> names(List<Method> methods) {
        return methods.stream().map(Enum::name).distinct().toList();
    }
}
