package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/** Acting for a complainant: the original power of attorney and the agent's proof of identity (Art. 11). */
final class AgentRules {
    private static final Stage[] OPEN = {Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING};

    private enum Power {
        GENERAL,
        SETTLE,
        WITHDRAW,
        CHANGE_DEMANDS
    }

    private static final ActRule REGISTER = act(Act.REGISTER_AGENT)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.REGISTRAR, Role.AGENT)
            .from(OPEN)
            .law("第十一条")
            .effect("受托人在授权和期限内代为办理；超出的不认。")
            .with(
                    FieldSpec.of("party", "受托人", Type.PARTY, false).hinted("已登记的选他；新来的不选，填下面的信息。"),
                    Newcomer.field("新来的受托人"),
                    FieldSpec.choice(
                            "powers",
                            "权限",
                            Type.CODES,
                            true,
                            new Option("GENERAL", "一般代理（不含以下各项）", "第十一条"),
                            new Option("SETTLE", "达成协议、和解", "第十一条"),
                            new Option("WITHDRAW", "撤回投诉", "第十一条"),
                            new Option("CHANGE_DEMANDS", "变更、放弃请求", "第十一条")),
                    FieldSpec.of("validTo", "期限到", Type.DATE, true),
                    FieldSpec.of("originalSeen", "授权委托书原件已核对", Type.BOOLEAN, false),
                    FieldSpec.of("idSeen", "受托人身份证明已核对", Type.BOOLEAN, false))
            .then(AgentRules::register);

    private static final ActRule END = act(Act.END_AGENCY)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER, Role.REGISTRAR, Role.COMPLAINANT, Role.AGENT)
            .from(OPEN)
            .law("第十一条")
            .effect("受托人不再代为办理。")
            .with(FieldSpec.of("party", "受托人", Type.PARTY, false), Citizens.MEANS)
            .forbid((state, actor, world) -> Refusing.when(
                    state.complaint().agents().isEmpty(), "NO_AGENT", "没有登记受托人。", Citation.agent(state.law())))
            .then((state, command, world) -> {
                String id = known(state, command).orElseThrow(() -> Fields.missing("party", "受托人"));
                return state.complaint().agents().containsKey(id)
                        ? Decision.taken(new Entry.AgencyEnded(id))
                        : Decision.refused("NO_AGENT", "没有登记这位受托人。", Citation.agent(state.law()));
            });

    static final List<ActRule> ALL = List.of(REGISTER, END);

    private AgentRules() {}

    private static Decision register(CaseState state, Command command, World world) {
        List<String> powers = command.fields().codes("powers", Power.class).stream()
                .map(Power::name)
                .distinct()
                .toList();
        if (powers.isEmpty()) {
            throw Fields.missing("powers", "权限");
        }
        LocalDate validTo = command.fields().needDate("validTo", "期限到");
        if (validTo.isBefore(Dates.day(command.occurredAt()))) {
            throw new Fields.Faulty("validTo", "past", "委托期限已经届满。");
        }
        boolean staff = !command.actor().has(Role.AGENT);
        return Decision.taken(new Entry.AgentRegistered(
                agent(state, command),
                powers,
                validTo,
                staff && command.fields().yes("originalSeen"),
                staff && command.fields().yes("idSeen")));
    }

    /** The agent meant; somebody new gets the next number, and what is known of him is sealed with the act. */
    private static String agent(CaseState state, Command command) {
        boolean newcomer = Newcomer.given(command);
        if (newcomer && (command.actor().has(Role.AGENT) || command.fields().has("party"))) {
            throw new Fields.Faulty(Newcomer.FIELD, "known", "选了已登记的受托人，就不用再填个人信息；新来的受托人请不要选。");
        }
        if (newcomer) {
            Newcomer.check(command.fields(), PartyRole.AGENT);
            return state.nextParty();
        }
        return known(state, command).orElseThrow(() -> Fields.missing(Newcomer.FIELD + ".name", "受托人的姓名"));
    }

    /** Himself, the one named, else the only one there is. */
    private static Optional<String> known(CaseState state, Command command) {
        if (command.actor().has(Role.AGENT)) {
            return Optional.of(Citizens.partyId(command.actor()));
        }
        Optional<String> named = command.fields().text("party");
        named.ifPresent(id -> {
            PartyRole role = state.parties().get(id);
            if (role == null) {
                throw new Fields.Faulty("party", "unknown", "本件没有这位当事人。新来的受托人请填写他的信息。");
            }
            if (role != PartyRole.AGENT) {
                throw new Fields.Faulty("party", "role", "这是" + role.chinese() + "，不是受托人。");
            }
        });
        return named.or(() -> state.partiesWith(PartyRole.AGENT).stream().findFirst());
    }
}
