package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Option;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Holding;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/**
 * Issuing one of the ten forms: each only once the case holds what it says. Issuing is not telling; that is recorded by
 * {@code record-notice}, which may name the document's number as its proof.
 */
public final class DocumentRules {
    private static final ActRule ISSUE = act(Act.ISSUE_DOCUMENT)
            .of(Kind.COMPLAINT, Kind.REPORT)
            .by(
                    Role.REGISTRAR,
                    Role.INTAKE,
                    Role.HANDLER,
                    Role.MEDIATOR,
                    Role.INVESTIGATOR,
                    Role.UNIT_HEAD,
                    Role.LEADER)
            .from(EnumSet.allOf(Stage.class))
            .byOthersToo()
            .law("第十五条")
            .effect("文书编号、盖章后存入案卷，不能再改；发出以后还要“记录告知”。")
            .with(
                    FieldSpec.choice(
                            "form",
                            "文书",
                            Type.CODE,
                            true,
                            Arrays.stream(OfficialForm.values())
                                    .map(form -> new Option(form.name(), form.title(), null))
                                    .toArray(Option[]::new)),
                    FieldSpec.of("documentId", "文书标识", Type.CODE, true),
                    FieldSpec.of("number", "文号", Type.CODE, true),
                    FieldSpec.of("sm3", "文件摘要（SM3）", Type.CODE, true),
                    FieldSpec.of("replaces", "更正哪一份", Type.CODE, false))
            .forbid(DocumentRules::stranger)
            .check((state, command, world) -> Refusing.when(
                    state.stage() == Stage.ARCHIVED
                            && command.fields().text("replaces").isEmpty(),
                    "ARCHIVED",
                    "已归档，不能再制发新的文书。已经制发的写错了，可以制发更正文书。",
                    "第二十四条"))
            .check((state, command, world) ->
                    refusal(state, command.actor(), command.fields().needCode("form", OfficialForm.class, "文书"), world))
            .then(DocumentRules::issue);

    static final List<ActRule> ALL = List.of(ISSUE);

    private DocumentRules() {}

    /** Those in charge at the agency that holds the case, and officers of an intake that passed it on (F3). */
    private static Optional<Decision.Refused> stranger(CaseState state, Actor actor, World world) {
        return sentOn(state, actor, world) ? Optional.empty() : notInCharge(state, actor, world);
    }

    /** The papers name people in clear: as with unmasking, only who is in charge makes them. */
    private static Optional<Decision.Refused> notInCharge(CaseState state, Actor actor, World world) {
        boolean nobodyYet = state.handlers().isEmpty() && state.kind() != Kind.REPORT;
        boolean own = actor.inCharge(state);
        return Refusing.when(!holds(state, actor, world), "SCOPE", "本案不由您所在的机关办理，不能制发文书。", "第四条")
                .or(() -> Refusing.when(!own && !nobodyYet, "ROLE", "只有本案承办人可以制发文书。"));
    }

    /** Why this form cannot be issued now, or empty. */
    public static Optional<Decision.Refused> refusal(CaseState state, Actor actor, OfficialForm form, World world) {
        if (!form.of(state.kind())) {
            return Optional.of(Decision.refused("FORM", state.kind().chinese() + "没有“" + form.title() + "”。"));
        }
        if (form == OfficialForm.F3) {
            return Refusing.when(!sentOn(state, actor, world), "NOT_DISTRIBUTED", "本机关没有把这件分送给下级机关。请先办“分送”。", "第四十一条");
        }
        return notInCharge(state, actor, world).or(() -> notYet(state, form));
    }

    private static Optional<Decision.Refused> notYet(CaseState state, OfficialForm form) {
        var facts = state.complaint();
        Stage stage = state.stage() == Stage.ARCHIVED && state.endedAs() != null ? state.endedAs() : state.stage();
        String law = state.law();
        return switch (form) {
            case F1, F2, F3, F10 -> Optional.empty();
            case F4 ->
                Refusing.when(
                        !facts.material().everRequested().contains("IDENTITY"),
                        "NOT_REQUESTED",
                        "还没有要求投诉人提供身份证明。请先办“要求补充”，选“身份证明”。",
                        Citation.identity(law));
            case F5 ->
                Refusing.when(
                        facts.course().acceptedAt() == null,
                        "NOT_ACCEPTED",
                        "还没有受理。请先办“受理”，再制发受理决定书。",
                        Citation.deciding(law));
            case F6 ->
                Refusing.when(stage != Stage.REFUSED, "NOT_REFUSED", "没有作出不予受理决定。请先办“不予受理”。", Citation.deciding(law));
            case F7 ->
                Refusing.when(
                        facts.mediation().scheduled().isEmpty(),
                        "NOT_SCHEDULED",
                        "还没有约定调解的时间、地点和人员。请先办“通知调解”。",
                        Citation.tellingSession(law));
            case F8 ->
                Refusing.when(
                        stage != Stage.TERMINATED,
                        "NOT_TERMINATED",
                        "没有作出终止调解决定。请先办“终止调解”。",
                        Citation.terminating(law));
            case F9 ->
                Refusing.when(stage != Stage.AGREED, "NOT_AGREED", "还没有达成调解协议。请先办“达成协议”。", Citation.letter(law))
                        .or(() -> Refusing.when(
                                !"MADE".equals(facts.course().letter()),
                                "NO_LETTER",
                                "达成协议时记明不制作调解书，用调解记录备查即可。",
                                Citation.letter(law)));
        };
    }

    private static boolean holds(CaseState state, Actor actor, World world) {
        return actor.agency().isEmpty()
                || world.agencies()
                        .actingFor(state.agency())
                        .code()
                        .equals(world.agencies().actingFor(actor.agency()).code());
    }

    private static boolean sentOn(CaseState state, Actor actor, World world) {
        return state.holding().hops().stream()
                .filter(hop -> !hop.sameAgency())
                .map(Holding.Hop::from)
                .anyMatch(actor.agency()::equals);
    }

    private static Decision issue(CaseState state, Command command, World world) {
        Fields fields = command.fields();
        OfficialForm form = fields.needCode("form", OfficialForm.class, "文书");
        return Decision.taken(new Entry.DocumentIssued(
                fields.need("documentId", "文书标识"),
                form.name(),
                fields.need("number", "文号"),
                form.to(),
                fields.need("sm3", "文件摘要（SM3）"),
                fields.text("replaces").orElse(null)));
    }
}
