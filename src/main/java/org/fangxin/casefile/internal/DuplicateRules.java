package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** The same dispute twice: the agency that had it first handles it, under its earlier number (Art. 14). */
public final class DuplicateRules {
    private static final String ARTICLE = "第十四条";
    private static final Set<Stage> OPEN = Set.of(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING);

    private static final ActRule LINK = act(Act.LINK_DUPLICATE)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.REGISTRAR, Role.INTAKE)
            .from(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law(ARTICLE)
            .effect("两件互相注明，仍各自办理。")
            .with(FieldSpec.of("otherCaseNo", "另一件的编号", Type.CASE, true))
            .check((state, command, world) -> Refusing.when(
                    other(command, world, "otherCaseNo", "另一件的编号").is(Flag.DISPOSED),
                    "DISPOSED",
                    "那一件保管期满，内容已经销毁，不能再关联。",
                    "个人信息保护法第四十七条"))
            .then(DuplicateRules::link);

    private static final ActRule MERGE = act(Act.MERGE_DUPLICATE)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER)
            .from(Stage.RECEIVED)
            .law(ARTICLE)
            .effect("本件并入先收到的一件办理；本件的期限不再计算。")
            .with(
                    FieldSpec.of("into", "并入哪一件", Type.CASE, true),
                    FieldSpec.of("sameComplainant", "同一投诉人、同一争议", Type.BOOLEAN, false))
            .check(DuplicateRules::mergeable)
            .then((state, command, world) -> merge(state, command));

    private static final ActRule UNMERGE = act(Act.UNMERGE_DUPLICATE)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.UNIT_HEAD)
            .from(Stage.MERGED)
            .law(ARTICLE)
            .elsewhere(state -> Decision.refused("STAGE", "现在不能“撤销并入”：本件没有并入别的投诉。", ARTICLE))
            .effect("本件恢复单独办理，回到已接收；期限恢复成并入以前的日期，从收到之日起算，不因并入延长。")
            .with(FieldSpec.of("reason", "怎样发现不是同一争议", Type.TEXT, true))
            .check(DuplicateRules::separable)
            .then(DuplicateRules::unmerge);

    static final List<ActRule> ALL = List.of(LINK, MERGE, UNMERGE);

    private DuplicateRules() {}

    private static CaseState other(Command command, World world, String field, String label) {
        String no = command.fields().need(field, label);
        return world.otherCase().apply(no).orElseThrow(() -> new Fields.Faulty(field, "unknown", "没有找到这一件，或者您没有查看权限。"));
    }

    private static Decision link(CaseState state, Command command, World world) {
        CaseState other = other(command, world, "otherCaseNo", "另一件的编号");
        if (other.kind() != Kind.COMPLAINT || other.caseNo().equals(state.caseNo())) {
            throw new Fields.Faulty("otherCaseNo", "kind", "请填另一件投诉的编号。");
        }
        return new Decision.Taken(
                List.of(new Entry.DuplicateLinked(other.caseNo())),
                List.of(),
                List.of(new Decision.Elsewhere(other.caseNo(), List.of(new Entry.DuplicateLinked(state.caseNo())))));
    }

    private static Optional<Decision.Refused> mergeable(CaseState state, Command command, World world) {
        CaseState into = other(command, world, "into", "并入哪一件");
        if (into.kind() != Kind.COMPLAINT || into.caseNo().equals(state.caseNo())) {
            throw new Fields.Faulty("into", "kind", "请填另一件投诉的编号。");
        }
        boolean sameAgency = Competent.holder(state, world).equals(Competent.holder(into, world));
        boolean deniedSame =
                command.fields().has("sameComplainant") && !command.fields().yes("sameComplainant");
        return Refusing.when(
                        !sameAgency,
                        "OTHER_AGENCY",
                        "另一件由其他机关先收到，由它办理，不能并入。本件请用“不予受理”（第十六条第二项）或者“反馈退回”。",
                        ARTICLE,
                        "第十六条第二项")
                .or(() -> Refusing.when(
                        deniedSame,
                        "OTHER_PERSON",
                        "不是同一投诉人的不能并入。几位投诉人都同意的，请到先收到的那一件，用“按共同投诉处理”或者“加入共同投诉”，填本件的编号。",
                        ARTICLE,
                        "第十二条"))
                .or(() -> Refusing.when(
                        into.receivedAt().isAfter(state.receivedAt()), "LATER", "那一件收到得更晚。请把后收到的并入先收到的。", ARTICLE))
                .or(() -> Refusing.when(
                        !OPEN.contains(into.stage()),
                        "ENDED",
                        "那一件已经" + into.stage().chinese() + "，不能再并入。同一争议已经处理过的，请用“不予受理”（第十六条第二项）。",
                        ARTICLE));
    }

    /** The case that this one was merged into, if it was. */
    public static Optional<String> mergedInto(CaseState state) {
        return state.related().entrySet().stream()
                .filter(link -> link.getValue().equals("MERGED_INTO"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<Decision.Refused> separable(CaseState state, Command command, World world) {
        command.fields().need("reason", "怎样发现不是同一争议");
        Optional<CaseState> into = world.otherCase().apply(mergedInto(state).orElseThrow());
        return Refusing.when(into.isEmpty(), "OUT_OF_SIGHT", "您没有查看并入的那一件的权限，请由能看到两件的承办人撤销。", ARTICLE)
                .or(() -> Refusing.when(
                        into.map(other -> "JOINT_FROM".equals(other.related().get(state.caseNo())))
                                .orElse(false),
                        "JOINT",
                        "本件是经本人同意并入共同投诉的。本人要单独办理的，请在那一件里用“退出共同投诉”。",
                        "第十二条"));
    }

    private static Decision unmerge(CaseState state, Command command, World world) {
        String into = mergedInto(state).orElseThrow();
        return new Decision.Taken(
                List.of(new Entry.DuplicateUnmerged(into)),
                List.of(),
                List.of(new Decision.Elsewhere(into, List.of(new Entry.DuplicateUnmerged(state.caseNo())))));
    }

    private static Decision merge(CaseState state, Command command) {
        String into = command.fields().need("into", "并入哪一件");
        return new Decision.Taken(
                List.of(new Entry.DuplicateMerged(into)),
                List.of(),
                List.of(new Decision.Elsewhere(into, List.of(new Entry.DuplicateLinked(state.caseNo())))));
    }
}
