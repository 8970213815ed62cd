package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.DATE;
import static org.fangxin.casefile.FieldSpec.Type.OFFICER;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;
import static org.fangxin.casefile.internal.FiledCaseRules.no;

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
import org.fangxin.casefile.PenaltyCourse;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;

/** How papers reach the party (PP 81–83), and what the party says to the notice (PP 57, 58). */
final class ServiceRules {
    static final List<ActRule> ALL = List.of(serve(), defend(), hear());

    /** PP 82 第五项: a public notice has served after so many days. */
    private static final int PUBLIC_DAYS = 30;

    private static final String HEARING = "《中华人民共和国行政处罚法》第六十四条";

    private ServiceRules() {}

    enum What {
        NOTICE("行政处罚告知书"),
        DECISION("行政处罚决定书");

        private final String chinese;

        What(String chinese) {
            this.chinese = chinese;
        }
    }

    /** PP 82. */
    enum Way {
        DIRECT("直接送达", "第一项"),
        LEFT("留置送达", "第二项"),
        ELECTRONIC("电子送达", "第三项"),
        MAIL("邮寄送达", "第四项"),
        ENTRUSTED("委托、转交送达", "第四项"),
        PUBLIC("公告送达", "第五项");

        private final String chinese;
        private final String item;

        Way(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }

        boolean explained() {
            return this == LEFT || this == PUBLIC;
        }
    }

    enum Answer {
        STATED("陈述、申辩"),
        HEARING("要求听证"),
        WAIVED("书面放弃陈述、申辩和听证");

        private final String chinese;

        Answer(String chinese) {
            this.chinese = chinese;
        }
    }

    enum Held {
        HELD("已经举行"),
        GIVEN_UP("当事人撤回，或者无正当理由没有出席");

        private final String chinese;

        Held(String chinese) {
            this.chinese = chinese;
        }
    }

    private static ActRule serve() {
        Option[] papers = Stream.of(What.values())
                .map(one -> new Option(one.name(), one.chinese, null))
                .toArray(Option[]::new);
        Option[] ways = Stream.of(Way.values())
                .map(one -> new Option(one.name(), one.chinese, Law.pp("第八十二条" + one.item)))
                .toArray(Option[]::new);
        return act(Act.SERVE_PAPER)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(PenaltyRules.LINE)
                .from(Stage.FILED, Stage.DECIDED)
                .effect("制作送达回证；告知书送达后五个工作日内当事人可以陈述、申辩、要求听证。")
                .elsewhere(Hints.wrongStage(Act.SERVE_PAPER, Law.pp("第八十二条")))
                .with(
                        FieldSpec.choice("what", "送达什么", CODE, true, papers),
                        FieldSpec.choice("way", "送达方式", CODE, true, ways),
                        FieldSpec.of("on", "送达日期", DATE, true).hinted("签收、到达的日期；公告送达写发布公告的日期，经过三十日视为送达。"),
                        FieldSpec.of("recipient", "收件人", TEXT, true).hinted("签收人和身份，例如法定代表人、收件的人。"),
                        FieldSpec.of("address", "送达地点", TEXT, false),
                        FieldSpec.of("excuse", "留置、公告的情况", TEXT, false).hinted("拒收的事由、见证人；公告的原因和经过。"),
                        PenaltyRules.scans("送达回证、照片"))
                .check(ServiceRules::thereIsOne)
                .then(ServiceRules::served);
    }

    private static Optional<Decision.Refused> thereIsOne(CaseState state, Command command, World world) {
        What what = command.fields().needCode("what", What.class, "送达什么");
        boolean there = what == What.NOTICE
                ? state.stage() == Stage.FILED
                        && state.report().prosecution().course().notice() != null
                : "PENALTY".equals(state.report().prosecution().outcome());
        if (there) {
            return Optional.empty();
        }
        String now = "本件" + state.stage().chinese() + "，";
        return what == What.NOTICE
                ? no("NO_NOTICE", now + "没有等待送达的行政处罚告知书。决定以前请先“行政处罚告知”。", Law.pp("第五十七条"))
                : no("NO_DECISION", now + "没有行政处罚决定书可以送达。请先“处理决定”。", Law.pp("第八十一条"));
    }

    private static Decision served(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        Way way = fields.needCode("way", Way.class, "送达方式");
        LocalDate on = PenaltyRules.past(command, "on", "送达日期", state);
        fields.need("recipient", "收件人");
        if (way.explained()) {
            fields.need("excuse", "留置、公告的情况");
        }
        LocalDate counts = way == Way.PUBLIC ? on.plusDays(PUBLIC_DAYS) : on;
        List<String> files = fields.strings("attachments");
        return Decision.taken(
                fields.needCode("what", What.class, "送达什么") == What.NOTICE
                        ? new Entry.PenaltyNoticeServed(way.name(), on, counts, files)
                        : new Entry.DecisionServed(way.name(), on, counts, files));
    }

    private static ActRule defend() {
        Option[] answers = Stream.of(Answer.values())
                .map(one -> new Option(one.name(), one.chinese, Law.pp("第五十七条")))
                .toArray(Option[]::new);
        return act(Act.RECORD_DEFENCE)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(PenaltyRules.LINE)
                .from(Stage.FILED)
                .effect("归入案卷；要求听证的，举行听证以后才能决定。")
                .elsewhere(Hints.wrongStage(Act.RECORD_DEFENCE, Law.pp("第五十八条")))
                .with(
                        FieldSpec.choice("answer", "当事人", CODE, true, answers),
                        FieldSpec.of("on", "日期", DATE, true),
                        FieldSpec.of("text", "内容", TEXT, true),
                        FieldSpec.of("adopted", "复核和采纳情况", TEXT, false).hinted("成立的应当采纳；不得因此给予更重的处罚。"),
                        PenaltyRules.scans("当事人的材料"))
                .forbid((state, actor, world) -> served(state)
                        ? Optional.empty()
                        : no("NOT_SERVED", "告知书还没有送达当事人，请先“行政处罚告知”和“送达”。", Law.pp("第五十七条")))
                .then((state, command, world) -> {
                    Fields fields = command.fields();
                    fields.need("text", "内容");
                    LocalDate on = PenaltyRules.past(command, "on", "日期", state);
                    List<String> files = fields.strings("attachments");
                    return Decision.taken(
                            switch (fields.needCode("answer", Answer.class, "当事人")) {
                                case STATED -> new Entry.DefenceStated(on, files);
                                case HEARING -> new Entry.HearingAsked(on, files);
                                case WAIVED -> new Entry.DefenceWaived(on, files);
                            });
                });
    }

    private static boolean served(CaseState state) {
        PenaltyCourse.Notice notice = state.report().prosecution().course().notice();
        return notice != null && notice.servedOn() != null;
    }

    private static ActRule hear() {
        Option[] ends = Stream.of(Held.values())
                .map(one -> new Option(one.name(), one.chinese, HEARING))
                .toArray(Option[]::new);
        return act(Act.RECORD_HEARING)
                .of(Kind.REPORT)
                .after(Since::filed)
                .by(PenaltyRules.LINE)
                .from(Stage.FILED)
                .effect("听证笔录和听证报告归入案卷；听证以后重新法制审核。")
                .elsewhere(Hints.wrongStage(Act.RECORD_HEARING, HEARING))
                .with(
                        FieldSpec.choice("outcome", "听证", CODE, true, ends),
                        FieldSpec.of("on", "日期", DATE, true),
                        FieldSpec.of("host", "听证主持人", OFFICER, false).hinted("不是本案调查人员；举行了听证的必须填。"),
                        FieldSpec.of("place", "地点", TEXT, false),
                        FieldSpec.of("text", "听证笔录", TEXT, true),
                        FieldSpec.of("report", "听证报告的意见", TEXT, false),
                        PenaltyRules.scans("签过的听证笔录"))
                .forbid((state, actor, world) ->
                        state.report().prosecution().course().hearing() == PenaltyCourse.Hearing.ASKED
                                ? Optional.empty()
                                : no("NOT_ASKED", "当事人没有要求听证。要求了的，请先“陈述申辩”记要求听证。", Law.pp("第五十七条")))
                .check((state, command, world) ->
                        state.handlers().contains(command.fields().text("host").orElse(""))
                                ? no("HOST", "听证由非本案调查人员主持，请选别的主持人。", HEARING)
                                : Optional.empty())
                .then((state, command, world) -> {
                    Fields fields = command.fields();
                    fields.need("text", "听证笔录");
                    Held held = fields.needCode("outcome", Held.class, "听证");
                    String host = held == Held.HELD
                            ? fields.need("host", "听证主持人")
                            : fields.text("host").orElse(null);
                    if (host != null) {
                        People.ofHolder(List.of(host), "host", state, command, world);
                    }
                    return Decision.taken(new Entry.HearingEnded(
                            PenaltyRules.past(command, "on", "日期", state),
                            held.name(),
                            host,
                            fields.strings("attachments")));
                });
    }
}
