package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Recusal of mediators (Art. 21): mediation rests until it is decided; the sixty days run on (7-8). */
final class RecusalRules {
    private enum Result {
        GRANTED,
        DENIED
    }

    private static final ActRule REQUEST = act(Act.REQUEST_RECUSAL)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.RESPONDENT, Role.HANDLER, Role.REGISTRAR, Role.MEDIATOR)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十一条")
            .effect("调解中止，由负责人决定是否回避。")
            .after(MediationRules::accepted)
            .with(
                    FieldSpec.of("mediator", "调解人员", Type.OFFICER, false),
                    Citizens.side("party", "哪一方申请", false),
                    FieldSpec.of("reason", "理由（近亲属或者其他利害关系）", Type.TEXT, true),
                    Citizens.MEANS)
            .then(RecusalRules::request);

    private static final ActRule SELF = act(Act.RECUSE_SELF)
            .of(Kind.COMPLAINT)
            .by(Role.MEDIATOR, Role.HANDLER)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十一条")
            .effect("您不再办理本案，也不能再看到它。")
            .after(MediationRules::accepted)
            .with(FieldSpec.of("reason", "理由", Type.TEXT, false))
            .then((state, command, world) ->
                    Decision.taken(new Entry.MediatorRecused(command.actor().id())));

    private static final ActRule DECIDE = act(Act.DECIDE_RECUSAL)
            .of(Kind.COMPLAINT)
            .by(Role.LEADER, Role.HANDLER)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十一条")
            .effect("准许回避的，这位调解人员立即不能再看到本案。")
            .after(MediationRules::accepted)
            .with(
                    FieldSpec.of("mediator", "调解人员", Type.OFFICER, false),
                    FieldSpec.choice(
                            "result",
                            "决定",
                            Type.CODE,
                            true,
                            new Option("GRANTED", "准许回避", "第二十一条"),
                            new Option("DENIED", "驳回申请", "第二十一条")),
                    FieldSpec.of("newMediator", "更换的调解人员", Type.OFFICER, false),
                    Approvals.FIELD)
            .forbid((state, actor, world) -> Refusing.when(
                    !state.is(Flag.RECUSAL_PENDING), "NOT_ASKED", "没有待决定的回避申请。", Citation.recusal(state.law())))
            .forbid(RecusalRules::notHimself)
            .check(Approvals.leader("回避决定书", "第二十一条"))
            .then(RecusalRules::decide);

    static final List<ActRule> ALL = List.of(REQUEST, SELF, DECIDE);

    private RecusalRules() {}

    private static Decision request(CaseState state, Command command, World world) {
        String mediator = command.fields().text("mediator").orElseGet(() -> only(state.mediators()));
        if (!command.fields().has("reason")) {
            throw Fields.missing("reason", "理由");
        }
        if (state.recused().contains(mediator)) {
            return Decision.refused("RECUSED", "这位调解人员已经回避。", Citation.recusal(state.law()));
        }
        return Decision.taken(new Entry.RecusalRequested(mediator, Citizens.side(state, command, "party", "哪一方申请")));
    }

    private static String only(Set<String> people) {
        if (people.size() != 1) {
            throw Fields.missing("mediator", "调解人员");
        }
        return people.iterator().next();
    }

    /** Never the person concerned. */
    private static Optional<Decision.Refused> notHimself(CaseState state, Actor actor, World world) {
        return Refusing.when(
                state.complaint().mediation().recusalAsked().stream()
                        .anyMatch(asked ->
                                asked.equals(actor.id()) || actor.standsFor().contains(asked)),
                "HIMSELF",
                "被申请回避的人不能决定自己是否回避。请由负责人决定。",
                Citation.recusal(state.law()));
    }

    private static Decision decide(CaseState state, Command command, World world) {
        Set<String> asked = state.complaint().mediation().recusalAsked();
        String mediator = command.fields().text("mediator").orElseGet(() -> only(asked));
        if (!asked.contains(mediator)) {
            throw new Fields.Faulty("mediator", "unknown", "没有人申请这位人员回避。");
        }
        Entry.Approval approval = Approvals.of(command);
        if (asked.contains(approval.by())) {
            return Decision.refused("HIMSELF", "被申请回避的人不能决定自己是否回避。", Citation.recusal(state.law()));
        }
        Result result = command.fields().needCode("result", Result.class, "决定");
        String next = command.fields().text("newMediator").orElse(null);
        if (next != null && (next.equals(mediator) || state.recused().contains(next))) {
            return Decision.refused("RECUSED", "更换的调解人员也已经回避，请另选一位。", Citation.recusal(state.law()));
        }
        return Decision.taken(
                new Entry.RecusalDecided(mediator, result.name(), result == Result.GRANTED ? next : null));
    }
}
