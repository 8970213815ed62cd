package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
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
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Complaint or report: both are handled, each by its own procedure, and neither shows the other (Art. 3, 9, 44). */
final class KindRules {
    private static final String NEW_CASE = "new:kind";
    private static final Role[] DESK = {Role.INTAKE, Role.HANDLER, Role.REGISTRAR, Role.INVESTIGATOR};
    private static final Stage[] UNDECIDED = {Stage.RECEIVED, Stage.VERIFYING, Stage.REFERRED, Stage.CONSIDERING};

    private static final FieldSpec AGREED =
            FieldSpec.of("agreed", "举报人同意以真实身份投诉", Type.BOOLEAN, false).hinted("举报改为投诉、或者从举报里另立投诉时必须确认。");
    private static final FieldSpec IDENTITY =
            Newcomer.field("投诉人的真实身份").hinted("从举报另立投诉，举报人没有留姓名、电话、地址的，照本人说的填；留过的不用填。");

    private static final ActRule SPLIT = act(Act.SPLIT)
            .of(Kind.values())
            .by(DESK)
            .from(
                    Stage.RECEIVED,
                    Stage.ACCEPTED,
                    Stage.MEDIATING,
                    Stage.AGREED,
                    Stage.REFUSED,
                    Stage.TERMINATED,
                    Stage.WITHDRAWN,
                    Stage.VERIFYING,
                    Stage.FILED,
                    Stage.NOT_FILED,
                    Stage.REFERRED,
                    Stage.CONSIDERING,
                    Stage.ANSWERED)
            .law("第九条")
            .effect("另立一件，分别处理；两件互不显示。期限从收到材料之日起算。")
            .with(
                    kind("另立的类别"),
                    FieldSpec.of("content", "另立部分的内容", Type.TEXT, true).hinted("只写另立的部分；两件互不显示对方的内容。"),
                    FieldSpec.of("materialOn", "收到材料的日期", Type.DATE, false).hinted("后来补来的材料才填；不填就是本件的收到日期。"),
                    FieldSpec.of("files", "移过去的材料", Type.FILES, false).hinted("只移选中的；移到举报的，去掉拍摄时间、地点等信息。"),
                    AGREED,
                    IDENTITY)
            .check((state, command, world) -> Refusing.when(
                    kind(command) == state.kind(),
                    "SAME_KIND",
                    "本件就是" + state.kind().chinese() + "，不用分别处理。",
                    "第九条"))
            .check(KindRules::byHisOwnWill)
            .then(KindRules::split);

    private static final ActRule RECLASSIFY = act(Act.RECLASSIFY)
            .of(Kind.values())
            .by(DESK)
            .from(UNDECIDED)
            .law("第三条")
            .effect("本件结束，按正确的类别另立一件，收到日期不变。改为举报的，提出人的身份移入举报人身份库，本件封存，工作人员不再看得到。")
            .elsewhere(state -> Decision.refused(
                    "DECIDED", "现在不能“更正类别”：本件" + state.stage().chinese() + "，已经作出决定。还有另一部分内容的请用“分别处理”。", "第九条"))
            .with(
                    kind("正确的类别"),
                    FieldSpec.of("noDemand", "没有要求经营者解决争议的请求", Type.BOOLEAN, false)
                            .hinted("投诉改为其他类别时必须确认。"),
                    FieldSpec.of("reason", "理由", Type.TEXT, false),
                    FieldSpec.of("files", "移过去的材料", Type.FILES, false).hinted("不选就全部移过去；移到举报的，去掉拍摄时间、地点等信息。"),
                    AGREED,
                    IDENTITY)
            .check((state, command, world) -> Refusing.when(
                    kind(command) == state.kind(),
                    "SAME_KIND",
                    "本件就是" + state.kind().chinese() + "，不用更正。",
                    "第三条"))
            .check(KindRules::demandKept)
            .check(KindRules::byHisOwnWill)
            .then(KindRules::reclassify);

    private static final ActRule CONFIRM = act(Act.CONFIRM_KINDS)
            .of(Kind.values())
            .by(Role.INTAKE, Role.REGISTRAR, Role.HANDLER)
            .from(Stage.RECEIVED)
            .law("第九条")
            .effect("确认来件的类别。")
            .with(FieldSpec.choice("kinds", "类别", Type.CODES, false, options()))
            .check((state, command, world) -> {
                List<Kind> kinds = kinds(state, command);
                return Refusing.when(
                        !kinds.contains(state.kind()),
                        "OTHER_KIND",
                        "这一件登记为" + state.kind().chinese() + "。类别不对请用“更正类别”。",
                        "第九条");
            })
            .then((state, command, world) -> Decision.taken(new Entry.KindsConfirmed(kinds(state, command))));

    private static final ActRule REDIRECT = act(Act.REDIRECT)
            .of(Kind.COMPLAINT)
            .by(Role.REGISTRAR, Role.HANDLER)
            .from(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law("第四十四条")
            .effect("告知其中一部分应当走的途径；投诉照常办理。")
            .with(
                    FieldSpec.choice("path", "途径", Type.CODE, true, InquiryRules.Path.options()),
                    FieldSpec.of("text", "告知内容", Type.TEXT, false))
            .then((state, command, world) -> Decision.taken(new Entry.Redirected(command.fields()
                    .needCode("path", InquiryRules.Path.class, "途径")
                    .name())));

    static final List<ActRule> ALL = List.of(CONFIRM, SPLIT, RECLASSIFY, REDIRECT);

    private KindRules() {}

    private static FieldSpec kind(String label) {
        return FieldSpec.choice("kind", label, Type.CODE, true, options());
    }

    private static Option[] options() {
        return Stream.of(Kind.values())
                .map(kind -> new Option(kind.name(), kind.chinese(), null))
                .toArray(Option[]::new);
    }

    private static Kind kind(Command command) {
        return command.fields().needCode("kind", Kind.class, "类别");
    }

    private static List<Kind> kinds(CaseState state, Command command) {
        List<Kind> kinds = command.fields().codes("kinds", Kind.class);
        return kinds.isEmpty() ? List.of(state.kind()) : kinds;
    }

    /** A demand against the operator is never dropped. */
    private static Optional<Decision.Refused> demandKept(CaseState state, Command command, World world) {
        return Refusing.when(
                state.kind() == Kind.COMPLAINT && !command.fields().yes("noDemand"),
                "DEMAND",
                "投诉请求不能丢：有要求经营者解决争议的请求，请用“分别处理”；确实没有的，请先确认。",
                "第九条");
    }

    /** A complaint names its complainant (Art. 10); a reporter is named by nobody but himself (Art. 37). */
    private static Optional<Decision.Refused> byHisOwnWill(CaseState state, Command command, World world) {
        boolean naming = state.kind() == Kind.REPORT && kind(command) == Kind.COMPLAINT;
        if (!naming && Newcomer.given(command)) {
            throw new Fields.Faulty(Newcomer.FIELD, "not-needed", "只有从举报另立投诉才填投诉人的真实身份，请清空。");
        }
        if (naming && Newcomer.given(command)) {
            Newcomer.check(command.fields(), PartyRole.COMPLAINANT);
        }
        return Refusing.when(
                naming && !command.fields().yes("agreed"),
                "REPORTER_CONSENT",
                "投诉要用真实身份，举报人的身份要保密。请先征得举报人本人同意再确认；不同意的，请告诉他可以自己提出投诉。",
                "第十条第一款",
                "第三十七条");
    }

    private static Decision split(CaseState state, Command command, World world) {
        Instant material = command.fields()
                .date("materialOn")
                .map(day -> day.atStartOfDay(Fields.ZONE).toInstant())
                .orElse(state.receivedAt());
        if (material.isAfter(command.now())) {
            throw new Fields.Faulty("materialOn", "future", "收到材料的日期不能晚于今天。");
        }
        command.fields().need("content", "另立部分的内容");
        Kind kind = kind(command);
        return new Decision.Taken(
                List.of(new Entry.SubmissionSplit(kind, NEW_CASE)),
                List.of(Openings.of(state, NEW_CASE, kind, "SPLIT", material, world)),
                List.of());
    }

    private static Decision reclassify(CaseState state, Command command, World world) {
        Kind kind = kind(command);
        return new Decision.Taken(
                List.of(new Entry.Reclassified(kind, NEW_CASE)),
                List.of(Openings.of(state, NEW_CASE, kind, "RECLASSIFIED", state.receivedAt(), world)),
                List.of());
    }
}
