package org.fangxin.casefile.internal;

import static org.fangxin.casefile.internal.ActRuleBuilder.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.ComplaintFacts.Mediation;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.FieldSpec.Type;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.TerminationGround;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;

/** Ending mediation without an agreement, and the complainant's own end or change of it (Art. 12, 23). */
final class TerminationRules {
    private static final ActRule TERMINATE = act(Act.TERMINATE_MEDIATION)
            .of(Kind.COMPLAINT)
            .by(Role.HANDLER)
            .from(Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十三条第一款")
            .effect("七个工作日内告知投诉人和被投诉人（投诉终止调解决定书）。")
            .after(MediationRules::accepted)
            .with(Grounds.terminations(), Grounds.terminationSubs(), Grounds.FACTS, Grounds.CITATION, Notices.SPEC)
            .check(TerminationRules::precondition)
            .then(TerminationRules::terminate);

    private static final ActRule WITHDRAW = act(Act.WITHDRAW)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.REPRESENTATIVE, Role.HANDLER, Role.REGISTRAR, Role.MEDIATOR)
            .from(Stage.GREEN_CHANNEL, Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law("第二十三条第一款第一项")
            .effect("受理前撤回，办理结束；受理后撤回，终止调解并告知双方。")
            .with(
                    FieldSpec.of("statement", "投诉人的说明", Type.TEXT, false),
                    FieldSpec.of("agent", "由受托人提出的，选受托人", Type.PARTY, false),
                    Citizens.MEANS,
                    Notices.SPEC)
            .check((state, command, world) -> Citizens.agentMay(state, command, "WITHDRAW"))
            .check((state, command, world) -> Citizens.representedAgree(state, command, "WITHDRAWAL"))
            .then(TerminationRules::withdraw);

    private static final ActRule CHANGE = act(Act.CHANGE_DEMANDS)
            .of(Kind.COMPLAINT)
            .by(Role.COMPLAINANT, Role.AGENT, Role.REPRESENTATIVE, Role.HANDLER, Role.REGISTRAR, Role.MEDIATOR)
            .from(Stage.RECEIVED, Stage.ACCEPTED, Stage.MEDIATING)
            .law("第十条")
            .effect("调解中的，告知被投诉人。")
            .with(
                    FieldSpec.of("demands", "新的投诉请求", Type.CODES, true),
                    FieldSpec.of("amount", "金额（元）", Type.AMOUNT, false),
                    FieldSpec.of("waiver", "放弃原来的请求", Type.BOOLEAN, false),
                    FieldSpec.of("agent", "由受托人提出的，选受托人", Type.PARTY, false),
                    Citizens.MEANS)
            .check((state, command, world) -> Citizens.agentMay(state, command, "CHANGE_DEMANDS"))
            .check((state, command, world) ->
                    Citizens.representedAgree(state, command, command.fields().yes("waiver") ? "WAIVER" : "DEMANDS"))
            .then((state, command, world) -> {
                List<String> demands = command.fields().strings("demands");
                if (demands.isEmpty()) {
                    throw Fields.missing("demands", "新的投诉请求");
                }
                return Decision.taken(new Entry.DemandsChanged(
                        demands, command.fields().amount("amount").orElse(null)));
            });

    static final List<ActRule> ALL = List.of(TERMINATE, WITHDRAW, CHANGE);

    private TerminationRules() {}

    private record Stated(
            TerminationGround ground,
            @Nullable String sub,
            @Nullable String citation) {}

    private static Stated stated(Command command) {
        Fields act = command.fields();
        List<Fields> given = act.objects(act.has("ground") ? "ground" : "grounds");
        if (given.isEmpty()) {
            throw Fields.missing("ground", "终止调解的理由");
        }
        if (given.size() > 1) {
            throw new Fields.Faulty("ground", "one", "终止调解只选一项理由。");
        }
        Fields one = given.getFirst();
        String name = one.has("code") ? "code" : "ground";
        TerminationGround ground = one.needCode(name, TerminationGround.class, "终止调解的理由");
        Grounds.needFacts(one, act);
        String sub = one.text("sub")
                .or(() -> act.text("sub"))
                .map(value -> Grounds.known(value, ground.subs(), true))
                .orElse(null);
        if (sub == null
                && Set.of(TerminationGround.ABSENT_OR_REFUSED, TerminationGround.REFUSAL_GROUND_OR_ABUSE_FOUND)
                        .contains(ground)) {
            throw Fields.missing("sub", "细类");
        }
        String citation = one.text("citation").or(() -> act.text("citation")).orElse(null);
        if (ground == TerminationGround.OTHER_LAW && citation == null) {
            throw Fields.missing("citation", "法律依据");
        }
        return new Stated(ground, sub, citation);
    }

    private static Optional<Decision.Refused> precondition(CaseState state, Command command, World world) {
        Stated stated = stated(command);
        TerminationGround ground = stated.ground();
        if (!ground.knownTo(state.law(), stated.sub())) {
            return Refusing.when(
                    true, "GROUND_UNKNOWN", "这件投诉适用的办法没有这一项终止调解的理由。请按它列出的各项办理。", Citation.terminating(state.law()));
        }
        String article = ground.article(state.law());
        Mediation mediation = state.complaint().mediation();
        return switch (ground) {
            case ABSENT_OR_REFUSED -> absent(stated, state, command, article);
            case NO_AGREEMENT_DECLARED ->
                Refusing.when(mediation.held().isEmpty(), "NOT_HELD", "还没有组织过调解，不能以此终止。请先用“组织调解”。", article);
            case APPRAISAL_COST_NOT_AGREED ->
                Refusing.when(
                                !state.complaint().appraisal().proposed(),
                                "NOT_PROPOSED",
                                "没有人提出鉴定、检测，不能以此终止。请先用“提出鉴定”。",
                                article)
                        .or(() -> costAgreed(state, stated, article));
            case TIME_LIMIT -> timeLimit(state, command, world, article);
            case WITHDRAWN_OR_SETTLED, REFUSAL_GROUND_OR_ABUSE_FOUND, PARTY_DIED_OR_CEASED, OTHER_LAW ->
                Optional.empty();
        };
    }

    private static Optional<Decision.Refused> costAgreed(CaseState state, Stated stated, String article) {
        boolean body = "BODY".equals(stated.sub());
        boolean agreed = body
                ? state.complaint().appraisal().body() != null
                : state.complaint().appraisal().costAgreed();
        return Refusing.when(agreed, "AGREED", "双方已经商定，不能以此终止调解。请继续鉴定、检测。", article);
    }

    /** Absent: a session was held without this side, or one was called and its time is past. */
    private static Optional<Decision.Refused> absent(Stated stated, CaseState state, Command command, String article) {
        String sub = String.valueOf(stated.sub());
        if (!sub.startsWith("ABSENT_")) {
            return Optional.empty();
        }
        PartyRole side = PartyRole.valueOf(sub.substring("ABSENT_".length()));
        Mediation mediation = state.complaint().mediation();
        boolean missed =
                mediation.held().stream().anyMatch(session -> session.absent().contains(side))
                        || mediation.scheduled().stream()
                                .filter(planned -> planned.at().isBefore(command.occurredAt()))
                                .anyMatch(planned -> !heldSince(planned.at(), mediation));
        return Refusing.when(!missed, "NOT_CALLED", "没有通知过调解，或者调解时间还没有到，不能认定不参加。请先用“通知调解”。", article);
    }

    /** A session that was called and then held tells itself who was absent. */
    private static boolean heldSince(Instant called, Mediation mediation) {
        return mediation.held().stream()
                .anyMatch(session -> !Dates.day(session.at()).isBefore(Dates.day(called)));
    }

    private static Optional<Decision.Refused> timeLimit(CaseState state, Command command, World world, String article) {
        LocalDate today = Dates.day(command.occurredAt());
        Optional<LocalDate> due = ComplaintClocks.mediation(state.law()).stream()
                .map(rule -> Due.on(state, rule, world))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
        boolean over = due.isPresent() && today.isAfter(due.get());
        String until = due.map(day -> "调解期限到" + Words.day(day) + "，还没有届满").orElse("调解期限正因鉴定、检测中止");
        return Refusing.when(!over, "NOT_YET", until + "，不能以此终止调解。", article);
    }

    private static Decision terminate(CaseState state, Command command, World world) {
        Stated stated = stated(command);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.MediationTerminated(stated.ground().name(), stated.sub(), stated.citation()));
        told(state, command, world, entries);
        return Decision.taken(entries);
    }

    private static Decision withdraw(CaseState state, Command command, World world) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Withdrawn("WITHDRAWN"));
        if (state.stage() == Stage.ACCEPTED || state.stage() == Stage.MEDIATING) {
            String ground = TerminationGround.WITHDRAWN_OR_SETTLED.name();
            entries.add(new Entry.MediationTerminated(ground, "WITHDRAWN", null));
            told(state, command, world, entries);
        }
        return Decision.taken(entries);
    }

    /** The complainant of an online channel sees it at once; a notice in the body is for both sides unless it says whom. */
    static void told(CaseState state, Command command, World world, List<Entry> entries) {
        Optional<Entry.Telling> written = Notices.written(command);
        if (written.isEmpty()) {
            Notices.complainantWith(state, command, world)
                    .ifPresent(shown -> entries.add(new Entry.TerminationNotified(PartyRole.COMPLAINANT, shown)));
            return;
        }
        List<PartyRole> to = command.fields().object("notice").orElseThrow().codes("to", PartyRole.class);
        for (PartyRole side : to.isEmpty() ? List.of(PartyRole.COMPLAINANT, PartyRole.RESPONDENT) : to) {
            entries.add(new Entry.TerminationNotified(side, written.get()));
        }
    }
}
