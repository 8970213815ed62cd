package org.fangxin.casefile.internal;

import static org.fangxin.casefile.FieldSpec.Type.AGENCY;
import static org.fangxin.casefile.FieldSpec.Type.BOOLEAN;
import static org.fangxin.casefile.FieldSpec.Type.CODE;
import static org.fangxin.casefile.FieldSpec.Type.TEXT;
import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Holding;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;

/** Reports that this agency does not handle: no authority (Art. 34), special rules (Art. 43). */
final class NoAuthorityRules {
    static final List<ActRule> ALL = List.of(tellNoAuthority(), specialRules());

    private NoAuthorityRules() {}

    /** Matters with rules of their own (Art. 43). */
    enum Matter {
        ANTI_MONOPOLY("涉嫌违反反垄断法"),
        FAIR_COMPETITION("涉嫌违反公平竞争审查条例"),
        DRUG_REGISTRATION("药品注册备案"),
        DEVICE_REGISTRATION("医疗器械注册备案"),
        COSMETIC_REGISTRATION("化妆品注册备案");

        private final String chinese;

        Matter(String chinese) {
            this.chinese = chinese;
        }
    }

    private static ActRule tellNoAuthority() {
        return act(Act.TELL_NO_AUTHORITY)
                .of(Kind.REPORT)
                .by(Role.HANDLER, Role.INTAKE, Role.INVESTIGATOR)
                .from(Stage.RECEIVED, Stage.VERIFYING)
                .effect("会告知举报人向谁提出；本件办结。")
                .elsewhere(Hints.wrongStage(Act.TELL_NO_AUTHORITY, "第三十四条"))
                .with(
                        FieldSpec.of("withinMarketRegulation", "属于市场监督管理部门职责", BOOLEAN, true),
                        FieldSpec.of("agency", "有处理权限的机关", AGENCY, false).hinted("属于市场监督管理部门职责的必须填。"),
                        FieldSpec.of("placeChecked", "已核实：违法行为不在本机关辖区内", BOOLEAN, false)
                                .hinted("没有登记违法行为发生地，而被举报人在本机关辖区内的，先问清再勾选。"),
                        FieldSpec.of("handedOverInWriting", "食品：已移交并书面通知", BOOLEAN, false)
                                .hinted("食品安全举报不属于本部门的，要移交有权部门并书面通知举报人。"),
                        FieldSpec.of("text", "告知内容", TEXT, false))
                .forbid(NoAuthorityRules::clue)
                .forbid(NoAuthorityRules::someoneInTree)
                .check(NoAuthorityRules::namesTheAgency)
                .check(NoAuthorityRules::placeUnknown)
                .check(NoAuthorityRules::foodHandedOver)
                .then((state, command, world) -> Decision.taken(new Entry.NoAuthorityTold(
                        ours(command), agency(command, world), command.fields().yes("handedOverInWriting"))));
    }

    private static Optional<Decision.Refused> clue(CaseState state, Actor actor, World world) {
        return state.report().clue()
                ? Optional.of(
                        Decision.refused("NO_REPORTER", "这是本机关发现的线索，没有举报人可以告知。不属于本部门管辖的请用“不予立案”。", Law.pp("第二十条")))
                : Optional.empty();
    }

    /** The agency or one below it is competent, or an intake sent it here: then it stays in the line of Art. 41. */
    private static Optional<Decision.Refused> someoneInTree(CaseState state, Actor actor, World world) {
        String holder = Competent.holder(state, world);
        Optional<Holding.Hop> hop = state.holding().lastHop();
        if (hop.isPresent() && hop.get().sameAgency()) {
            return Optional.of(Decision.refused("RETURN", "本件是统一接收机构分送来的。没有权限请用“反馈退回”。", "第四十一条"));
        }
        if (state.holding().settled() || world.competent().contains(holder)) {
            return Optional.of(Decision.refused("COMPETENT", "本机关有处理权限，不能告知无权限。请“核查”。", article(state)));
        }
        if (Competent.within(holder, world)) {
            return Optional.of(Decision.refused("DISTRIBUTE", "下级机关有处理权限，请用“分送”。", "第四十一条", article(state)));
        }
        boolean senderKnows = state.holding().hops().stream().anyMatch(sent -> Competent.within(sent.from(), world));
        return senderKnows
                ? Optional.of(Decision.refused("RETURN", "分送机构辖区内有机关可以办理。请用“反馈退回”，不得自行移送。", "第四十一条"))
                : Optional.empty();
    }

    private static Optional<Decision.Refused> namesTheAgency(CaseState state, Command command, World world) {
        if (!ours(command)) {
            return Optional.empty();
        }
        Optional<Agency> named = command.fields().text("agency").flatMap(world.agencies()::find);
        if (named.isEmpty()) {
            return Optional.of(
                    Decision.refused("NAME_AGENCY", "属于市场监督管理部门职责的，要告诉举报人向哪个机关提出。请填有处理权限的机关。", article(state)));
        }
        return world.agencies().within(named.get().code(), Competent.holder(state, world))
                ? Optional.of(Decision.refused("DISTRIBUTE", "这个机关在本机关辖区内，请用“分送”。", "第四十一条"))
                : Optional.empty();
    }

    /** Nobody knows where the act was done, and the shop is here: most likely here (Art. 29; R7). */
    private static Optional<Decision.Refused> placeUnknown(CaseState state, Command command, World world) {
        String shop = world.shopRegion();
        boolean here = shop != null && shop.startsWith(Competent.holder(state, world));
        boolean open = world.competent().isEmpty() && here && ours(command);
        return open && !command.fields().yes("placeChecked")
                ? Optional.of(Decision.refused(
                        "PLACE",
                        "没有登记违法行为发生地，而被举报人在本机关辖区内，可能应由本机关处理。请先核实发生地；确实不在本辖区的，勾选“已核实”再办。",
                        Law.of(state, "第二十九条", "第二十五条"),
                        article(state)))
                : Optional.empty();
    }

    private static Optional<Decision.Refused> foodHandedOver(CaseState state, Command command, World world) {
        boolean food = state.report().about("FOOD") || state.is(Flag.FOOD_RISK);
        boolean owed = food && !ours(command) && !command.fields().yes("handedOverInWriting");
        return owed
                ? Optional.of(Decision.refused("FOOD", "食品安全举报不属于本部门的，要移交有权部门，并书面通知举报人。", Law.FOOD))
                : Optional.empty();
    }

    private static boolean ours(Command command) {
        if (command.fields().has("withinMarketRegulation")) {
            return command.fields().yes("withinMarketRegulation");
        }
        if (command.fields().has("agency")) {
            return true;
        }
        throw Fields.missing("withinMarketRegulation", "属于市场监督管理部门职责");
    }

    private static @Nullable String agency(Command command, World world) {
        return command.fields()
                .text("agency")
                .flatMap(world.agencies()::find)
                .map(Agency::code)
                .orElse(null);
    }

    private static ActRule specialRules() {
        FieldSpec.Option[] matters = Stream.of(Matter.values())
                .map(matter -> new FieldSpec.Option(matter.name(), matter.chinese, "第四十三条"))
                .toArray(FieldSpec.Option[]::new);
        return act(Act.SPECIAL_RULES)
                .of(Kind.REPORT)
                .by(Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR)
                .from(Stage.RECEIVED)
                .effect("按总局的专门规定处理；核查期限不再计算。")
                .elsewhere(Hints.wrongStage(Act.SPECIAL_RULES, "第四十三条"))
                .with(FieldSpec.choice("matter", "事项", CODE, true, matters), FieldSpec.of("text", "说明", TEXT, false))
                .then((state, command, world) -> Decision.taken(new Entry.HandedToSpecialRules(
                        command.fields().needCode("matter", Matter.class, "事项").name())));
    }

    private static String article(CaseState state) {
        return Law.of(state, "第三十四条", "第二十九条");
    }
}
