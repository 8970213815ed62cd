package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.CHECKLIST;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.DATE;
import static org.fangxin.casefile.FieldSpec.Type.DATETIME;
import static org.fangxin.casefile.FieldSpec.Type.FILES;
import static org.fangxin.casefile.FieldSpec.Type.OFFICERS;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.FieldSpec.Type.UPLOADS;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.SiteChecklists;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** What is found on site and what is taken as evidence (PP 22–28, 43, 44), before filing and after it. */
final class SiteRules {
    /** Written of in both records. */
    static final FieldSpec CERTIFICATES =
            FieldSpec.of("certificates", "执法证号", TEXT, false).hinted("按人员的顺序写，用顿号分开；登记过证号的自动填上，可以改。");

    static final List<ActRule> ALL = List.of(inspect(), listEvidence());

    private static final int TWO = 2;

    private SiteRules() {}

    /** How the party confirmed the record (PP 28); without his signature PP 43 asks why, and for a recording. */
    enum Signing {
        SIGNED("已签名或者盖章"),
        REFUSED("拒绝签名"),
        ABSENT("没有到场");

        private final String chinese;

        Signing(String chinese) {
            this.chinese = chinese;
        }
    }

    /** @param signing the article by which he signs */
    static Option[] signings(String signing) {
        return Arrays.stream(Signing.values())
                .map(one -> new Option(one.name(), one.chinese, Law.pp(one == Signing.SIGNED ? signing : "第四十三条")))
                .toArray(Option[]::new);
    }

    /** The eight kinds of evidence of PP 23. */
    enum Evidence {
        DOCUMENT("书证", "第一项"),
        OBJECT("物证", "第二项"),
        RECORDING("视听资料", "第三项"),
        ELECTRONIC("电子数据", "第四项"),
        WITNESS("证人证言", "第五项"),
        STATEMENT("当事人的陈述", "第六项"),
        EXPERT("鉴定意见", "第七项"),
        INSPECTION("勘验笔录、现场笔录", "第八项");

        private final String chinese;
        private final String item;

        Evidence(String chinese, String item) {
            this.chinese = chinese;
            this.item = item;
        }
    }

    private static ActRule inspect() {
        Option[] lists = SiteChecklists.current().stream()
                .map(one -> new Option(one.code(), one.title(), null))
                .toArray(Option[]::new);
        Option[] signings = signings("第二十八条");
        return act(Act.RECORD_SITE)
                .of(Kind.REPORT)
                .by(Role.INVESTIGATOR)
                .from(Stage.VERIFYING, Stage.FILED)
                .effect("制作现场笔录，归入案卷；可以打印交当事人签名。")
                .elsewhere(Hints.wrongStage(Act.RECORD_SITE, Law.pp("第二十八条")))
                .with(
                        FieldSpec.of("from", "检查开始", DATETIME, true),
                        FieldSpec.of("to", "检查结束", DATETIME, true),
                        FieldSpec.of("place", "检查地点", TEXT, true),
                        FieldSpec.of("officers", "检查人员", OFFICERS, true).hinted("两名以上，现场检查要出示执法证件。"),
                        FieldSpec.of("credentials", "已出示执法证件", BOOLEAN, true),
                        CERTIFICATES,
                        FieldSpec.of("told", "已告知陈述、申辩和申请回避的权利", BOOLEAN, false).hinted("首次向当事人取证的应当告知。"),
                        FieldSpec.of("present", "在场的当事人或者有关人员", TEXT, false).hinted("写职务和姓名；不写举报人。"),
                        FieldSpec.choice("checklist", "检查清单", CHECKLIST, true, lists)
                                .hinted("先选行业；没有检查的可以不选，不合格的写备注。"),
                        FieldSpec.of("text", "检查情况", TEXT, true),
                        FieldSpec.of("statement", "当事人的说明", TEXT, false),
                        FieldSpec.choice("signed", "当事人签名", CODE, true, signings),
                        FieldSpec.of("excuse", "没有签名的情况", TEXT, false).hinted("拒绝签名或者没有到场的必须写，并录音录像；有见证人的写明。"),
                        FieldSpec.of("attachments", "现场照片、录像", UPLOADS, false))
                .check((state, command, world) -> twoOfficers(command))
                .check((state, command, world) -> credentialsShown(command))
                .check((state, command, world) -> People.recused(People.named(command, "officers"), state))
                .then(SiteRules::inspected);
    }

    static Optional<Decision.Refused> twoOfficers(Command command) {
        return People.named(command, "officers").size() < TWO
                ? Optional.of(Decision.refused("TWO_OFFICERS", "检查和取证不得少于两名执法人员。请再填一人。", Law.pp("第二十二条")))
                : Optional.empty();
    }

    static Optional<Decision.Refused> credentialsShown(Command command) {
        return command.fields().yes("credentials")
                ? Optional.empty()
                : Optional.of(Decision.refused("CREDENTIALS", "检查时应当主动出示执法证件。没有出示的，检查不能作为依据。", Law.pp("第二十二条")));
    }

    private static Decision inspected(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        Instant from = fields.instant("from").orElseThrow(() -> Fields.missing("from", "检查开始"));
        Instant to = fields.instant("to").orElseThrow(() -> Fields.missing("to", "检查结束"));
        inOrder(from, to, "检查", state, command);
        fields.need("place", "检查地点");
        fields.need("text", "检查情况");
        SiteChecklists.Checklist list = SiteAnswers.list(command);
        List<Entry.SiteAnswer> answers = SiteAnswers.of(command, list);
        Signing signed = fields.needCode("signed", Signing.class, "当事人签名");
        if (signed != Signing.SIGNED) {
            fields.need("excuse", "没有签名的情况");
        }
        List<String> officers = People.ofHolder(People.named(command, "officers"), "officers", state, command, world);
        return Decision.taken(new Entry.SiteInspected(
                from,
                to,
                officers,
                SiteAnswers.checked(answers),
                SiteAnswers.problems(answers),
                signed.name(),
                fields.strings("attachments"),
                list.id(),
                answers,
                fields.yes("told")));
    }

    /** Between the receipt of the report and now; {@code what}: 检查 or 询问. */
    static void inOrder(Instant from, Instant to, String what, CaseState state, Command command) {
        if (to.isBefore(from)) {
            throw new Fields.Faulty("to", "before", what + "结束不能早于" + what + "开始。");
        }
        if (to.isAfter(command.now())) {
            throw new Fields.Faulty("to", "future", what + "结束不能晚于现在。");
        }
        // a form tells minutes
        if (from.isBefore(state.receivedAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw new Fields.Faulty("from", "before", what + "不能早于收到举报。以前的" + what + "请登记为证据。");
        }
    }

    private static ActRule listEvidence() {
        Option[] kinds = Arrays.stream(Evidence.values())
                .map(one -> new Option(one.name(), one.chinese, Law.pp("第二十三条第一款" + one.item)))
                .toArray(Option[]::new);
        return act(Act.LIST_EVIDENCE)
                .of(Kind.REPORT)
                .by(Role.INVESTIGATOR)
                .from(Stage.VERIFYING, Stage.FILED)
                .effect("登记到证据清单，归入案卷。")
                .elsewhere(Hints.wrongStage(Act.LIST_EVIDENCE, Law.pp("第二十三条")))
                .with(
                        FieldSpec.choice("kind", "证据种类", CODE, true, kinds),
                        FieldSpec.of("name", "证据名称", TEXT, true),
                        FieldSpec.of("source", "从哪里取得", TEXT, true).hinted("写被检查单位、人员或者网址；不写举报人。"),
                        FieldSpec.of("quantity", "数量", TEXT, false).hinted("例如三袋、一页。"),
                        FieldSpec.of("collectedOn", "取得日期", DATE, true),
                        FieldSpec.of("officers", "取证人员", OFFICERS, true).hinted("两名以上。"),
                        FieldSpec.of("original", "是原件、原物或者原始载体", BOOLEAN, true),
                        FieldSpec.of("copyNote", "复制件的说明", TEXT, false).hinted("不是原件的必须写：怎样制作、由谁核对并注明与原件一致、出处。"),
                        FieldSpec.of("text", "证明什么", TEXT, false),
                        FieldSpec.of("preserved", "先行登记保存", BOOLEAN, false)
                                .hinted("经负责人批准；当场采取的二十四小时内报告补批。七个工作日内不处理的，自动解除。"),
                        FieldSpec.of("keptAt", "保存地点和方式", TEXT, false).hinted("先行登记保存的必须写。"),
                        FieldSpec.of("files", "本件已有的文件", FILES, false),
                        FieldSpec.of("attachments", "新的文件", UPLOADS, false))
                .check((state, command, world) -> twoOfficers(command))
                .check((state, command, world) -> People.recused(People.named(command, "officers"), state))
                .then(SiteRules::listed);
    }

    private static Decision listed(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        Evidence kind = fields.needCode("kind", Evidence.class, "证据种类");
        fields.need("name", "证据名称");
        fields.need("source", "从哪里取得");
        LocalDate on = fields.needDate("collectedOn", "取得日期");
        if (on.isAfter(Dates.day(command.now()))) {
            throw new Fields.Faulty("collectedOn", "future", "取得日期不能晚于今天。");
        }
        boolean original = fields.yes("original");
        if (!original && !fields.has("copyNote")) {
            return Decision.refused(
                    "COPY", "复制件要注明与原件一致、出处和制作情况，由证据提供人核对签名。请写“复制件的说明”。", Law.pp("第二十四条"), Law.pp("第二十六条"));
        }
        boolean preserved = fields.yes("preserved");
        if (preserved) {
            fields.need("keptAt", "保存地点和方式");
        }
        List<String> officers = People.ofHolder(People.named(command, "officers"), "officers", state, command, world);
        return Decision.taken(new Entry.EvidenceListed(
                kind.name(),
                original,
                on,
                officers,
                fields.strings("files"),
                fields.strings("attachments"),
                preserved));
    }
}
