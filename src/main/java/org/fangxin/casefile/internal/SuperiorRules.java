package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AGENCY;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.fangxin.region.Agency;

/** A superior takes a case up, or is asked to (Art. 13; reports: PP 15, 16). Clocks run on at the holder (7-20). */
final class SuperiorRules {
    private static final Stage[] OPEN = {Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING, Stage.VERIFYING, Stage.FILED};

    static final List<ActRule> ALL = List.of(takeUp(), askSuperior(), decideAsk());

    private SuperiorRules() {}

    /** The superior's answer. */
    enum Answer {
        TAKEN,
        REMAINS
    }

    private static ActRule takeUp() {
        return act(Act.TAKE_UP)
                .of(Kind.COMPLAINT, Kind.REPORT)
                .by(Role.SUPERIOR, Role.LEADER)
                .from(OPEN)
                .byOthersToo()
                .elsewhere(Hints.wrongStage(Act.TAKE_UP, Set.of(OPEN), SuperiorRules::taking))
                .effect("改由本机关办理；期限照算。")
                .with(FieldSpec.of("reason", "理由", TEXT, false))
                .forbid((state, actor, world) -> above(actor, state, world)
                        ? Optional.empty()
                        : Optional.of(Decision.refused("SUPERIOR_ONLY", "只有办理机关的上级机关可以提级处理。", taking(state))))
                .then((state, command, world) -> Decision.taken(
                        new Entry.TakenUp(state.agency(), command.actor().agency())));
    }

    private static ActRule askSuperior() {
        return act(Act.ASK_SUPERIOR)
                .of(Kind.COMPLAINT, Kind.REPORT)
                .by(Role.LEADER, Role.UNIT_HEAD, Role.HANDLER, Role.INVESTIGATOR)
                .from(OPEN)
                .elsewhere(Hints.wrongStage(Act.ASK_SUPERIOR, Set.of(OPEN), SuperiorRules::asking))
                .effect("报请上级机关决定；期限照算。")
                .with(
                        FieldSpec.of("superior", "上级机关", AGENCY, false).hinted("不填就是上一级。"),
                        FieldSpec.of("reason", "理由", TEXT, true),
                        Approvals.FIELD)
                .forbid((state, actor, world) -> state.is(Flag.SUPERIOR_ASKED)
                        ? Optional.of(Decision.refused("ASKED", "已经报请上级，正在等待决定。", asking(state)))
                        : Optional.empty())
                .check((state, command, world) ->
                        Approvals.leader("报请审批表", asking(state)).test(state, command, world))
                .then((state, command, world) -> {
                    command.fields().need("reason", "理由");
                    return Decision.taken(
                            new Entry.SuperiorAsked(Approvals.of(command), superior(state, command, world)));
                });
    }

    private static String superior(CaseState state, Command command, World world) {
        String holder = Competent.holder(state, world);
        Optional<String> named = command.fields()
                .text("superior")
                .map(code -> DistributionRules.agency("superior", code, world).code());
        String superior = named.or(() -> world.agencies().superior(holder).map(Agency::code))
                .orElseThrow(() -> new Fields.Faulty("superior", "none", "没有上级机关可以报请。"));
        if (superior.equals(holder) || !world.agencies().within(holder, superior)) {
            throw new Fields.Faulty("superior", "not-above", "只能报请本机关的上级机关。");
        }
        return superior;
    }

    private static ActRule decideAsk() {
        return act(Act.DECIDE_ASK)
                .of(Kind.COMPLAINT, Kind.REPORT)
                .by(Role.SUPERIOR, Role.LEADER)
                .from(OPEN)
                .byOthersToo()
                .elsewhere(Hints.wrongStage(Act.DECIDE_ASK, Set.of(OPEN), SuperiorRules::asking))
                .effect("决定由本机关办理，或者仍由下级机关办理；期限照算。")
                .with(
                        FieldSpec.choice(
                                "decision",
                                "决定",
                                CODE,
                                true,
                                new FieldSpec.Option("TAKEN", "由本机关办理", null),
                                new FieldSpec.Option("REMAINS", "仍由下级机关办理", null)),
                        FieldSpec.of("reason", "理由", TEXT, false))
                .forbid(SuperiorRules::askedOfHim)
                .then((state, command, world) -> {
                    String asked = Objects.requireNonNull(state.holding().askedSuperior());
                    return switch (command.fields().needCode("decision", Answer.class, "决定")) {
                        case TAKEN -> Decision.taken(new Entry.TakenUp(state.agency(), asked));
                        case REMAINS -> Decision.taken(new Entry.AskDeclined(asked));
                    };
                });
    }

    private static Optional<Decision.Refused> askedOfHim(CaseState state, Actor actor, World world) {
        String asked = state.holding().askedSuperior();
        if (asked == null) {
            return Optional.of(Decision.refused("NOT_ASKED", "没有报请上级的事项等待决定。可以“提级处理”。", asking(state)));
        }
        return asked.equals(actor.agency())
                ? Optional.empty()
                : Optional.of(Decision.refused("SUPERIOR_ONLY", "由被报请的上级机关决定。", asking(state)));
    }

    /** Whether the officer's agency stands above the agency that has the case. */
    static boolean above(Actor actor, CaseState state, World world) {
        String holder = Competent.holder(state, world);
        return !actor.agency().isEmpty()
                && !actor.agency().equals(holder)
                && world.agencies().within(holder, actor.agency());
    }

    private static String taking(CaseState state) {
        return state.kind() == Kind.REPORT ? Law.pp("第十五条第二款") : Law.of(state, "第十三条第四款", "第十二条");
    }

    private static String asking(CaseState state) {
        return state.kind() == Kind.REPORT ? Law.pp("第十五条第三款") : Law.of(state, "第十三条第五款", "第十二条");
    }
}
