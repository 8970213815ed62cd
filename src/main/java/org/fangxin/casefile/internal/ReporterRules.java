package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AMOUNT;
import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.CODES;
import static org.fangxin.casefile.FieldSpec.Type.DATE;
import static org.fangxin.casefile.FieldSpec.Type.NOTICE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
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

/** Between agency and reporter: material (Art. 28), telling and reward (Art. 36), declared withdrawal (PP 18). */
final class ReporterRules {
    private static final Stage[] OPEN = {Stage.RECEIVED, Stage.VERIFYING, Stage.FILED, Stage.DECIDED};

    static final List<ActRule> ALL = List.of(requestMaterial(), supplyMaterial(), tellReporter(), reward(), withdraw());

    private ReporterRules() {}

    /** How a citizen's own act reached the officer who enters it. */
    enum Means {
        PHONE("电话"),
        LETTER("信函"),
        WINDOW("窗口");

        private final String chinese;

        Means(String chinese) {
            this.chinese = chinese;
        }

        static FieldSpec field() {
            return FieldSpec.choice(
                            "means",
                            "来自",
                            CODE,
                            false,
                            Arrays.stream(values())
                                    .map(one -> new FieldSpec.Option(one.name(), one.chinese, null))
                                    .toArray(FieldSpec.Option[]::new))
                    .hinted("工作人员代为登记时填写。");
        }
    }

    /** Channels by which a notice goes out. */
    enum Channel {
        PLATFORM,
        SMS,
        PHONE,
        LETTER,
        EMAIL,
        IN_PERSON
    }

    private static ActRule requestMaterial() {
        return act(Act.REQUEST_MATERIAL)
                .of(Kind.REPORT)
                .by(Role.INVESTIGATOR, Role.HANDLER)
                .from(Stage.RECEIVED, Stage.VERIFYING)
                .effect("请举报人补充线索；核查期限照算。")
                .elsewhere(Hints.wrongStage(Act.REQUEST_MATERIAL, "第二十八条"))
                .with(
                        FieldSpec.choice(
                                "items", "要补充的", CODES, false, new FieldSpec.Option("CLUE", "具体线索和事实依据", "第二十八条")),
                        FieldSpec.of("until", "截止日期", DATE, false).hinted("不填就是三个工作日后。"),
                        FieldSpec.of("text", "请补充什么", TEXT, false))
                .forbid(ReporterRules::nobody)
                .then((state, command, world) -> {
                    LocalDate today = command.occurredAt().atZone(Fields.ZONE).toLocalDate();
                    LocalDate until = command.fields().date("until").orElseGet(() -> threeWorkingDays(today, world));
                    if (until.isBefore(today)) {
                        throw new Fields.Faulty("until", "past", "截止日期不能早于今天。");
                    }
                    return Decision.taken(new Entry.MaterialRequested(List.of("CLUE"), until));
                });
    }

    private static LocalDate threeWorkingDays(LocalDate from, World world) {
        LocalDate day = from;
        for (int left = 3; left > 0; ) {
            day = day.plusDays(1);
            left -= world.calendar().works(day) ? 1 : 0;
        }
        return day;
    }

    private static ActRule supplyMaterial() {
        return act(Act.SUPPLY_MATERIAL)
                .of(Kind.REPORT)
                .by(Role.REPORTER, Role.INVESTIGATOR, Role.HANDLER, Role.REGISTRAR)
                .from(Stage.RECEIVED, Stage.VERIFYING, Stage.FILED)
                .effect("补充的材料归入本件；期限照算。")
                .elsewhere(Hints.wrongStage(Act.SUPPLY_MATERIAL, "第二十八条"))
                .with(FieldSpec.of("text", "补充内容", TEXT, false), Means.field())
                .check(ReporterRules::meansGiven)
                .then((state, command, world) -> Decision.taken(new Entry.MaterialSupplied(List.of("CLUE"))));
    }

    private static ActRule tellReporter() {
        return act(Act.TELL_REPORTER)
                .of(Kind.REPORT)
                .by(Role.HANDLER, Role.INVESTIGATOR)
                .from(
                        Stage.RECEIVED,
                        Stage.VERIFYING,
                        Stage.FILED,
                        Stage.NOT_FILED,
                        Stage.DECIDED,
                        Stage.CLOSED,
                        Stage.TRANSFERRED,
                        Stage.NOT_COMPETENT,
                        Stage.SPECIAL_RULES)
                .effect("举报人在查询页看到告知书的内容；告知书写明依据。")
                .elsewhere(Hints.wrongStage(Act.TELL_REPORTER, "第三十六条"))
                .with(
                        FieldSpec.choice("basis", "告知依据", CODE, true, TellBasis.options()),
                        FieldSpec.of("citation", "地方规定的名称和条款", TEXT, false),
                        FieldSpec.of("notice", "告知渠道和凭证", NOTICE, true).hinted("只用举报人选定的渠道；标题、短信、信封上不写商家名称。"),
                        FieldSpec.of("text", "告知内容", TEXT, true))
                .forbid(ReporterRules::nobody)
                .check(ReporterRules::basisFits)
                .then((state, command, world) -> {
                    command.fields().need("text", "告知内容");
                    String citation = Papers.line(command.fields(), "citation").orElse(null);
                    return Decision.taken(new Entry.ReporterTold(basis(command).name(), citation, telling(command)));
                });
    }

    private static Optional<Decision.Refused> basisFits(CaseState state, Command command, World world) {
        TellBasis basis = basis(command);
        if (basis == TellBasis.ORDER20_31 && !state.law().equals("order20")) {
            return Optional.of(Decision.refused("BASIS", "暂行办法第三十一条第二款已废止，本件适用现行办法。请选现行法律、法规的依据。", "第三十六条", "第四十六条"));
        }
        boolean promised = "FILING_DECISION".equals(world.setting().apply("report.tellReporter"));
        if (basis == TellBasis.SERVICE_PROMISE && !promised) {
            return Optional.of(Decision.refused("BASIS", "本机关没有作出告知举报人的服务承诺。没有法律、法规、规章的规定，不告知处理情况。", "第三十六条", "第三十七条"));
        }
        if (basis == TellBasis.LOCAL && !command.fields().has("citation")) {
            return Optional.of(Decision.refused("CITATION", "请写明地方法规、规章的名称和条款。", "第三十六条"));
        }
        boolean rewarded =
                state.duties().all().stream().anyMatch(duty -> duty.title().equals(ReportEvolution.REWARD));
        return basis.rewardOnly() && !rewarded
                ? Optional.of(
                        Decision.refused("BASIS", "这一条只规定保密和奖励，不是告知处理情况的依据。作出奖励决定后才能据此告知。", "第三十六条", basis.article()))
                : Optional.empty();
    }

    private static TellBasis basis(Command command) {
        return command.fields().needCode("basis", TellBasis.class, "告知依据");
    }

    /** From {@code notice{channel, proof}} or the same names flat. */
    private static Entry.Telling telling(Command command) {
        Fields notice = command.fields().object("notice").orElse(command.fields());
        Channel channel =
                notice.code("channel", Channel.class).orElseThrow(() -> Fields.missing("notice.channel", "告知渠道"));
        return new Entry.Telling(channel.name(), Papers.line(notice, "proof").orElse(null));
    }

    /** Written by the books of rewards, in the name of who approved: application, grade, approvals and code stand there. */
    private static ActRule reward() {
        return act(Act.REWARD)
                .of(Kind.REPORT)
                .after(Since::decided)
                .by(Role.SYSTEM)
                .from(Stage.DECIDED, Stage.CLOSED)
                .effect("会告知举报人奖励决定。")
                .elsewhere(Hints.wrongStage(Act.REWARD, "第三十六条"))
                .with(
                        FieldSpec.of("basis", "奖励依据", TEXT, true).hinted("法律、法规、规章的名称和条款。"),
                        FieldSpec.of("contributionVerified", "举报的贡献已经核实", BOOLEAN, true),
                        FieldSpec.of("amount", "金额（元）", AMOUNT, false),
                        Approvals.FIELD)
                .forbid(ReporterRules::nobody)
                .check((state, command, world) -> command.fields().yes("contributionVerified")
                        ? Optional.empty()
                        : Optional.of(Decision.refused("CONTRIBUTION", "举报的贡献核实后才能奖励。", "第三十六条")))
                .check(Approvals.leader("奖励审批表", "第三十六条"))
                .then((state, command, world) -> Decision.taken(new Entry.RewardDecided(
                        Approvals.of(command),
                        Papers.need(command.fields(), "basis", "奖励依据"),
                        command.fields().amount("amount").orElse(null))));
    }

    private static ActRule withdraw() {
        return act(Act.WITHDRAW)
                .of(Kind.REPORT)
                .by(Role.REPORTER, Role.INVESTIGATOR, Role.HANDLER, Role.REGISTRAR)
                .from(OPEN)
                .effect("记录声明；线索已经知道，核查不停。")
                .elsewhere(Hints.wrongStage(Act.WITHDRAW, Law.pp("第十八条第一款")))
                .with(Means.field(), FieldSpec.of("text", "声明内容", TEXT, false))
                .forbid(ReporterRules::nobody)
                .forbid((state, actor, world) -> state.report().withdrawn()
                        ? Optional.of(Decision.refused("WITHDRAWN", "已经记录过撤回声明。线索已经知道，核查不停。", Law.pp("第十八条第一款")))
                        : Optional.empty())
                .check(ReporterRules::meansGiven)
                .then((state, command, world) -> Decision.taken(new Entry.ReportWithdrawn()));
    }

    private static Optional<Decision.Refused> nobody(CaseState state, Actor actor, World world) {
        return state.report().clue()
                ? Optional.of(Decision.refused("NO_REPORTER", "这是本机关发现的线索，没有举报人。", "第二十七条"))
                : Optional.empty();
    }

    private static Optional<Decision.Refused> meansGiven(CaseState state, Command command, World world) {
        if (!command.actor().has(Role.REPORTER)) {
            command.fields().needCode("means", Means.class, "来自");
        }
        return Optional.empty();
    }
}
