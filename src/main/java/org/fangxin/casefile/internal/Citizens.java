package org.fangxin.casefile.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.ComplaintFacts.Power;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.PartyRole;
import org.fangxin.identity.Role;

/** Acts of the parties: done by themselves, or told to an officer who records the means. */
final class Citizens {
    static final FieldSpec MEANS = FieldSpec.choice(
                    "means",
                    "当事人怎样表示",
                    FieldSpec.Type.CODE,
                    false,
                    new FieldSpec.Option("PHONE", "电话", null),
                    new FieldSpec.Option("LETTER", "信函", null),
                    new FieldSpec.Option("WINDOW", "当面", null),
                    new FieldSpec.Option("ONLINE", "网上", null))
            .hinted("代当事人登记时填写。");
    static final FieldSpec SIDE = side("party", "哪一方", false);

    private Citizens() {}

    static FieldSpec side(String name, String label, boolean required) {
        return FieldSpec.choice(
                name,
                label,
                FieldSpec.Type.CODE,
                required,
                new FieldSpec.Option("COMPLAINANT", "投诉人", null),
                new FieldSpec.Option("RESPONDENT", "被投诉人", null));
    }

    static boolean citizen(Actor actor) {
        return actor.has(Role.COMPLAINANT)
                || actor.has(Role.AGENT)
                || actor.has(Role.REPRESENTATIVE)
                || actor.has(Role.RESPONDENT);
    }

    /** The side an actor stands on, if he is a party. */
    static Optional<PartyRole> sideOf(Actor actor) {
        if (actor.has(Role.RESPONDENT)) {
            return Optional.of(PartyRole.RESPONDENT);
        }
        return citizen(actor) ? Optional.of(PartyRole.COMPLAINANT) : Optional.empty();
    }

    /** The side meant: the actor's own, else the field's, a role or a party id. */
    static PartyRole side(CaseState state, Command command, String field, String label) {
        return sideOf(command.actor())
                .or(() -> named(state, command.fields(), field))
                .orElseThrow(() -> Fields.missing(field, label));
    }

    /** The side that a field names by role or party id; empty when the field is absent. */
    static Optional<PartyRole> named(CaseState state, Fields fields, String field) {
        return fields.text(field).map(value -> {
            PartyRole known = state.parties().get(value);
            PartyRole role = known != null ? known : fields.needCode(field, PartyRole.class, field);
            return role == PartyRole.RESPONDENT ? PartyRole.RESPONDENT : PartyRole.COMPLAINANT;
        });
    }

    static String means(Command command) {
        return citizen(command.actor())
                ? "ONLINE"
                : command.fields().text("means").orElse("RECORDED").toUpperCase(Locale.ROOT);
    }

    /** An agent acts within his power and its term only; so does an officer who records an agent's word. */
    static Optional<Decision.Refused> agentMay(CaseState state, Command command, String power) {
        Optional<String> agent = command.actor().has(Role.AGENT)
                ? Optional.of(partyId(command.actor()))
                : command.fields().text("agent");
        if (agent.isEmpty()) {
            return Optional.empty();
        }
        Power held = state.complaint().agents().get(agent.get());
        String article = Citation.agent(state.law());
        if (held == null) {
            return Refusing.when(true, "NO_AGENT", "没有登记这位受托人。请先用“登记委托”。", article);
        }
        boolean over = held.validTo().isBefore(Dates.day(command.occurredAt()));
        return Refusing.when(over, "AGENCY_EXPIRED", "委托期限已于" + held.validTo() + "届满，受托人不能再代为办理。", article)
                .or(() -> Refusing.when(
                        !power.isEmpty() && !held.powers().contains(power),
                        "OUTSIDE_POWER",
                        "授权委托书没有写明受托人可以“" + command.act().label() + "”。请由投诉人本人办理，或者补交授权。",
                        article));
    }

    /** Representatives bind the represented, but not in this matter without their consent. */
    static Optional<Decision.Refused> representedAgree(CaseState state, Command command, String matter) {
        if (!state.is(Flag.JOINT)) {
            return Optional.empty();
        }
        String actor = command.actor().id().startsWith("party:") ? partyId(command.actor()) : "";
        var consents = state.complaint().joint().consents().getOrDefault(matter, Set.of());
        long missing = state.complaint().joint().represented().stream()
                .filter(id -> !consents.contains(id) && !id.equals(actor))
                .count();
        return Refusing.when(
                missing > 0,
                "REPRESENTED",
                "还有 " + missing + " 位被代表的投诉人没有同意。请先用“被代表人同意”记录。",
                Citation.joint(state.law()));
    }

    static String partyId(Actor actor) {
        return actor.id().startsWith("party:") ? actor.id().substring("party:".length()) : actor.id();
    }
}
