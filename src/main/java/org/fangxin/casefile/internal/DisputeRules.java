package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AGENCY;
import static org.fangxin.casefile.FieldSpec.Type.LIST;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.LinkedHashSet;
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
import org.fangxin.casefile.Holding;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;

/** Two agencies each claim or deny competence: agreed, or designated by their common superior (Art. 33; filed: PP 13). */
final class DisputeRules {
    private static final Role[] OFFICERS = {Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.INTAKE, Role.LEADER};
    private static final Kind[] CASEWORK = {Kind.COMPLAINT, Kind.REPORT};
    private static final Stage[] OPEN = {Stage.RECEIVED, Stage.VERIFYING, Stage.FILED};

    static final List<ActRule> ALL = List.of(raise(), agree(), askDesignation(), designate());

    private DisputeRules() {}

    private static ActRule raise() {
        return act(Act.RAISE_DISPUTE)
                .of(CASEWORK)
                .by(OFFICERS)
                .from(OPEN)
                .elsewhere(Hints.wrongStage(Act.RAISE_DISPUTE, Set.of(OPEN), DisputeRules::article))
                .effect("七个工作日内协商；受理或者核查的期限照算。")
                .with(
                        FieldSpec.of("agencies", "争议的另一方（可以多个）", LIST, true).hinted("填机关代码。"),
                        FieldSpec.of("reason", "争议的理由", TEXT, false))
                .forbid((state, actor, world) -> state.holding().dispute() == null
                        ? Optional.empty()
                        : Optional.of(Decision.refused("DISPUTED", "已有权限争议。请“协商一致”或者“报请指定”。", article(state))))
                .then((state, command, world) -> {
                    Set<String> agencies = new LinkedHashSet<>();
                    agencies.add(Competent.holder(state, world));
                    for (String code : People.named(command, "agencies", "agency", "with")) {
                        String found = DistributionRules.agency("agencies", code, world)
                                .code();
                        agencies.add(world.agencies().actingFor(found).code());
                    }
                    return agencies.size() < 2
                            ? Decision.refused("TWO_AGENCIES", "权限争议要有两个以上机关。请填争议的另一方。", article(state))
                            : Decision.taken(new Entry.DisputeRaised("D" + (state.seq() + 1), List.copyOf(agencies)));
                });
    }

    private static ActRule agree() {
        return act(Act.AGREE_DISPUTE)
                .of(CASEWORK)
                .after(Since::disputed)
                .by(OFFICERS)
                .from(OPEN)
                .byOthersToo()
                .elsewhere(Hints.wrongStage(Act.AGREE_DISPUTE, Set.of(OPEN), DisputeRules::article))
                .effect("按协商结果办理；换了机关的，从它收到之日起算期限。")
                .with(FieldSpec.of("holder", "协商确定的机关", AGENCY, true), FieldSpec.of("text", "协商记录", TEXT, false))
                .forbid(DisputeRules::openHere)
                .check((state, command, world) -> disputing(state).contains(holder(command, world))
                        ? Optional.empty()
                        : Optional.of(
                                Decision.refused("NOT_IN_DISPUTE", "只能商定由争议的一方办理。由其他机关办理的请“报请指定”。", article(state))))
                .then((state, command, world) -> {
                    String holder = holder(command, world);
                    return handed(state, command, world, holder, new Entry.DisputeAgreed(holder));
                });
    }

    private static ActRule askDesignation() {
        return act(Act.ASK_DESIGNATION)
                .of(CASEWORK)
                .after(Since::disputed)
                .by(OFFICERS)
                .from(OPEN)
                .byOthersToo()
                .elsewhere(Hints.wrongStage(Act.ASK_DESIGNATION, Set.of(OPEN), DisputeRules::article))
                .effect("报请共同的上一级机关指定；受理或者核查的期限照算。")
                .with(
                        FieldSpec.of("superior", "共同的上一级机关", AGENCY, false).hinted("可以不填。"),
                        FieldSpec.of("reason", "协商的经过", TEXT, false))
                .forbid(DisputeRules::openHere)
                .forbid((state, actor, world) -> asked(state)
                        ? Optional.of(Decision.refused("ASKED", "已经报请指定，正在等待决定。", article(state)))
                        : Optional.empty())
                .then((state, command, world) -> {
                    String common = common(state, world);
                    Optional<String> named = command.fields()
                            .text("superior")
                            .map(code -> DistributionRules.agency("superior", code, world)
                                    .code());
                    return named.isPresent() && !named.get().equals(common)
                            ? Decision.refused("COMMON_SUPERIOR", "只能报请争议各方共同的上一级机关指定。", article(state))
                            : Decision.taken(new Entry.DesignationAsked(common));
                });
    }

    private static ActRule designate() {
        return act(Act.DESIGNATE)
                .of(CASEWORK)
                .after(Since::disputed)
                .by(Role.SUPERIOR, Role.LEADER)
                .from(OPEN)
                .byOthersToo()
                .elsewhere(Hints.wrongStage(Act.DESIGNATE, Set.of(OPEN), DisputeRules::article))
                .effect("由指定的机关办理；换了机关的，从它收到之日起算期限。")
                .with(FieldSpec.of("holder", "指定的机关", AGENCY, true), FieldSpec.of("reason", "理由", TEXT, false))
                .forbid((state, actor, world) ->
                        state.holding().dispute() == null ? Optional.of(noDispute(state)) : Optional.empty())
                .forbid((state, actor, world) -> common(state, world).equals(actor.agency())
                        ? Optional.empty()
                        : Optional.of(Decision.refused("COMMON_SUPERIOR", "只能由争议各方共同的上一级机关指定。", article(state))))
                .check((state, command, world) -> world.agencies().within(holder(command, world), common(state, world))
                        ? Optional.empty()
                        : Optional.of(Decision.refused("OUTSIDE_TREE", "只能指定本机关辖区内的机关。", article(state))))
                .then((state, command, world) -> {
                    String holder = holder(command, world);
                    Entry designated = new Entry.Designated(command.actor().agency(), holder);
                    return handed(state, command, world, holder, designated);
                });
    }

    /** The case stays, or arrives at its new holder, whose own receipt starts the clocks (7-4). */
    private static Decision handed(CaseState state, Command command, World world, String holder, Entry settled) {
        return holder.equals(Competent.holder(state, world))
                ? Decision.taken(settled)
                : Decision.taken(settled, DistributionRules.arrival(state, holder, "DESIGNATED", command.occurredAt()));
    }

    private static Optional<Decision.Refused> openHere(CaseState state, Actor actor, World world) {
        if (state.holding().dispute() == null) {
            return Optional.of(noDispute(state));
        }
        boolean party =
                disputing(state).stream().anyMatch(code -> world.agencies().within(actor.agency(), code));
        return party ? Optional.empty() : Optional.of(Decision.refused("NOT_IN_DISPUTE", "由争议各方办理。", article(state)));
    }

    private static Decision.Refused noDispute(CaseState state) {
        return Decision.refused("NO_DISPUTE", "没有权限争议。有争议的请先“提出权限争议”。", article(state));
    }

    private static List<String> disputing(CaseState state) {
        Holding.Dispute dispute = state.holding().dispute();
        return dispute == null ? List.of() : dispute.agencies();
    }

    private static boolean asked(CaseState state) {
        Holding.Dispute dispute = state.holding().dispute();
        return dispute != null && dispute.asked() != null;
    }

    private static String holder(Command command, World world) {
        String code = command.fields().need("holder", "办理的机关");
        return world.agencies()
                .actingFor(DistributionRules.agency("holder", code, world).code())
                .code();
    }

    private static String common(CaseState state, World world) {
        return world.agencies().commonSuperior(disputing(state)).code();
    }

    private static String article(CaseState state) {
        return state.stage() == Stage.FILED ? Law.pp("第十三条") : Law.of(state, "第三十三条", "第三十条");
    }
}
