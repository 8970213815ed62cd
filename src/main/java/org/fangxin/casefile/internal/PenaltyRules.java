package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AMOUNT;
import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.DATE;
import static org.fangxin.casefile.FieldSpec.Type.OFFICER;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.FieldSpec.Type.UPLOADS;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;
import static org.fangxin.casefile.internal.FiledCaseRules.no;

import java.math.BigDecimal;
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
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Review, notice to the party, and the leaders' discussion before a penalty (PP 49–58, 60); a change of it (PP 63). */
final class PenaltyRules {
    static final Role[] LINE = {Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};

    /** From this fine on the party may ask for a hearing; provinces may have set another sum. */
    static final String HEARING_FINE = "penalty.hearingFine";

    static final String HEARING_LAW = "《中华人民共和国行政处罚法》第六十三条";

    static final List<ActRule> ALL = List.of(review(), notifyParty(), discuss(), changeDecision());

    private PenaltyRules() {}

    /** PP 49. */
    enum Review {
        LEGAL("法制审核", "第五十条"),
        CASE("案件审核", "第五十二条");

        private final String chinese;
        private final String article;

        Review(String chinese, String article) {
            this.chinese = chinese;
            this.article = article;
        }
    }

    /** PP 54. */
    enum Opinion {
        AGREE("同意案件处理意见", "第一项"),
        CORRECT("建议纠正", "第二项"),
        MORE("建议补充调查", "第三项"),
        OTHER("其他意见和建议", "第四项");

        private final String chinese;
        private final String item;

        Opinion(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }
    }

    /** What became of a decision (PP 63 第二款). */
    enum Change {
        CHANGED("变更"),
        REVOKED("撤销"),
        UNLAWFUL("确认违法"),
        VOID("确认无效");

        private final String chinese;

        Change(String chinese) {
            this.chinese = chinese;
        }
    }

    /** Who changed it. */
    enum Changer {
        RECONSIDERATION("行政复议"),
        COURT("行政诉讼"),
        SUPERIOR("上级机关"),
        ITSELF("本机关自行纠正");

        private final String chinese;

        Changer(String chinese) {
            this.chinese = chinese;
        }
    }

    static FieldSpec scans(String label) {
        return FieldSpec.of("attachments", label, UPLOADS, false);
    }

    private static ActRule review() {
        Option[] kinds = Stream.of(Review.values())
                .map(one -> new Option(one.name(), one.chinese, Law.pp(one.article)))
                .toArray(Option[]::new);
        Option[] opinions = Stream.of(Opinion.values())
                .map(one -> new Option(one.name(), one.chinese, Law.pp("第五十四条" + one.item)))
                .toArray(Option[]::new);
        return act(Act.REVIEW_CASE)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(LINE)
                .from(Stage.FILED)
                .effect("审核意见归入案卷；意见不是“同意”的，不能作出处罚决定。")
                .elsewhere(Hints.wrongStage(Act.REVIEW_CASE, Law.pp("第四十九条")))
                .with(
                        FieldSpec.choice("kind", "审核种类", CODE, true, kinds),
                        FieldSpec.of("reviewer", "审核人员", OFFICER, true).hinted("办案人员不得作为审核人员。"),
                        FieldSpec.choice("opinion", "审核意见", CODE, true, opinions),
                        FieldSpec.of("text", "意见和理由", TEXT, true),
                        scans("签过的审核表"))
                .check((state, command, world) -> state.handlers()
                                .contains(command.fields().text("reviewer").orElse(""))
                        ? no("REVIEWER", "办案人员不得作为审核人员，请选别的审核人员。", Law.pp("第四十九条第三款"))
                        : Optional.empty())
                .then((state, command, world) -> {
                    Fields fields = command.fields();
                    fields.need("text", "意见和理由");
                    Review kind = fields.needCode("kind", Review.class, "审核种类");
                    String reviewer = fields.need("reviewer", "审核人员");
                    People.ofHolder(List.of(reviewer), "reviewer", state, command, world);
                    Opinion opinion = fields.needCode("opinion", Opinion.class, "审核意见");
                    return Decision.taken(
                            new Entry.ReviewDone(kind.name(), opinion.name(), reviewer, fields.strings("attachments")));
                });
    }

    private static ActRule notifyParty() {
        return act(Act.NOTIFY_PENALTY)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(LINE)
                .from(Stage.FILED)
                .effect("制作行政处罚告知书；送达以后当事人有五个工作日陈述、申辩、要求听证。")
                .elsewhere(Hints.wrongStage(Act.NOTIFY_PENALTY, Law.pp("第五十七条")))
                .with(
                        FieldSpec.of("party", "当事人", TEXT, true).hinted("写名称或者姓名；不写举报人。"),
                        FieldSpec.of("facts", "违法事实和证据", TEXT, true),
                        FieldSpec.of("reason", "理由和依据", TEXT, true).hinted("违反的条款和处罚依据。"),
                        FieldSpec.of("proposed", "拟作出的处罚", TEXT, true),
                        FieldSpec.of("fine", "拟罚款（元）", AMOUNT, false),
                        FieldSpec.of("forfeiture", "拟没收（元）", AMOUNT, false),
                        FieldSpec.of("hearing", "属于听证范围，告知听证权利", BOOLEAN, false).hinted("责令停产停业、吊销许可证照、限制从业、较大数额罚没款等。"),
                        Approvals.FIELD,
                        scans("已经盖章的告知书"))
                .check(PenaltyRules::reviewAgrees)
                .check(PenaltyRules::hearingTold)
                .check(Approvals.leader("行政处罚建议审批表", Law.pp("第五十六条")))
                .then((state, command, world) -> {
                    Fields fields = command.fields();
                    fields.need("party", "当事人");
                    fields.need("facts", "违法事实和证据");
                    fields.need("reason", "理由和依据");
                    fields.need("proposed", "拟作出的处罚");
                    return Decision.taken(new Entry.PenaltyNoticed(
                            Approvals.of(command),
                            fields.yes("hearing"),
                            fields.amount("fine").orElse(null),
                            fields.amount("forfeiture").orElse(null),
                            fields.strings("attachments")));
                });
    }

    /** A review that does not agree is followed first, then the case is reviewed again. */
    static Optional<Decision.Refused> reviewAgrees(CaseState state, Command command, World world) {
        String opinion = state.report().prosecution().course().review();
        return opinion == null || state.report().prosecution().course().agreed()
                ? Optional.empty()
                : no(
                        "REVIEW_OPINION",
                        "最近一次审核意见是“" + Opinion.valueOf(opinion).chinese + "”。请按审核意见办理，再登记新的审核意见。",
                        Law.pp("第五十四条"));
    }

    private static Optional<Decision.Refused> hearingTold(CaseState state, Command command, World world) {
        BigDecimal most = Stream.of("fine", "forfeiture")
                .map(name -> command.fields().amount(name).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal from = new BigDecimal(world.setting().apply(HEARING_FINE));
        return command.fields().yes("hearing") || most.compareTo(from) < 0
                ? Optional.empty()
                : no(
                        "HEARING_RIGHT",
                        "拟罚没 " + most.toPlainString() + " 元属于听证范围，请勾选“告知听证权利”。",
                        HEARING_LAW,
                        Law.pp("第五十七条"));
    }

    private static ActRule discuss() {
        return act(Act.DISCUSS_CASE)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(LINE)
                .from(Stage.FILED)
                .effect("集体讨论记录归入案卷。")
                .elsewhere(Hints.wrongStage(Act.DISCUSS_CASE, Law.pp("第六十条第二款")))
                .with(
                        FieldSpec.of("on", "讨论日期", DATE, true),
                        FieldSpec.of("people", "参加人员", TEXT, true),
                        FieldSpec.of("text", "讨论意见", TEXT, true),
                        FieldSpec.of("agreed", "同意拟作出的处罚", BOOLEAN, false),
                        scans("签过的讨论记录"))
                .then((state, command, world) -> {
                    command.fields().need("people", "参加人员");
                    command.fields().need("text", "讨论意见");
                    return Decision.taken(new Entry.CaseDiscussed(
                            past(command, "on", "讨论日期", state),
                            command.fields().yes("agreed"),
                            command.fields().strings("attachments")));
                });
    }

    private static ActRule changeDecision() {
        Option[] changes = Stream.of(Change.values())
                .map(one -> new Option(one.name(), one.chinese, null))
                .toArray(Option[]::new);
        Option[] changers = Stream.of(Changer.values())
                .map(one -> new Option(one.name(), one.chinese, null))
                .toArray(Option[]::new);
        return act(Act.CHANGE_DECISION)
                .of(Kind.REPORT)
                .after(Since::decided)
                .by(LINE)
                .from(Stage.DECIDED, Stage.CLOSED)
                .effect("已经公示的，三个工作日内撤回公示信息并公开说明理由。")
                .elsewhere(Hints.wrongStage(Act.CHANGE_DECISION, Law.pp("第六十三条第二款")))
                .with(
                        FieldSpec.choice("what", "处罚决定被", CODE, true, changes),
                        FieldSpec.choice("by", "由谁", CODE, true, changers),
                        FieldSpec.of("on", "生效日期", DATE, true),
                        FieldSpec.of("changeNo", "文书编号", TEXT, true),
                        FieldSpec.of("text", "理由", TEXT, true),
                        scans("决定书、判决书"))
                .forbid((state, actor, world) ->
                        "PENALTY".equals(state.report().prosecution().outcome())
                                ? Optional.empty()
                                : no("NO_PENALTY", "本件没有作出行政处罚决定。", Law.pp("第六十三条")))
                .then((state, command, world) -> {
                    command.fields().need("text", "理由");
                    Change what = command.fields().needCode("what", Change.class, "处罚决定被");
                    Changer by = command.fields().needCode("by", Changer.class, "由谁");
                    return Decision.taken(new Entry.DecisionChanged(
                            what.name(),
                            by.name(),
                            past(command, "on", "生效日期", state),
                            Papers.need(command.fields(), "changeNo", "文书编号")));
                });
    }

    /** A day between the filing and today. */
    static LocalDate past(Command command, String field, String label, CaseState state) {
        LocalDate on = command.fields().needDate(field, label);
        LocalDate filed = state.report().prosecution().filedOn();
        if (on.isAfter(Dates.day(command.now())) || filed != null && on.isBefore(filed)) {
            throw new Fields.Faulty(field, "range", label + "应当在立案之日和今天之间。");
        }
        return on;
    }
}
