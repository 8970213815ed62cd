package org.fangxin.casefile.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.identity.Role;

/** The registry of acts: every rule of every procedure, in the order in which a desk shows them. */
public final class ActRules {
    public static final List<ActRule> ALL = Stream.of(
                    ComplaintRules.ALL,
                    ReportRules.ALL,
                    InquiryRules.ALL,
                    RoutingRules.ALL,
                    DocumentRules.ALL,
                    FieldActRules.ALL)
            .flatMap(List::stream)
            .toList();

    public static final Map<Kind, Set<Stage>> STAGES = Map.of(
            Kind.COMPLAINT,
            Set.of(
                    Stage.GREEN_CHANNEL,
                    Stage.RECEIVED,
                    Stage.ACCEPTED,
                    Stage.MEDIATING,
                    Stage.AGREED,
                    Stage.REFUSED,
                    Stage.TERMINATED,
                    Stage.WITHDRAWN,
                    Stage.SETTLED_GREEN,
                    Stage.MERGED,
                    Stage.RECLASSIFIED,
                    Stage.ARCHIVED),
            Kind.REPORT,
            Set.of(
                    Stage.RECEIVED,
                    Stage.VERIFYING,
                    Stage.FILED,
                    Stage.NOT_FILED,
                    Stage.DECIDED,
                    Stage.CLOSED,
                    Stage.NOT_COMPETENT,
                    Stage.NOT_REHANDLED,
                    Stage.MERGED,
                    Stage.SPECIAL_RULES,
                    Stage.TRANSFERRED,
                    Stage.RECLASSIFIED,
                    Stage.ARCHIVED),
            Kind.CONSULTATION,
            Set.of(
                    Stage.RECEIVED,
                    Stage.REFERRED,
                    Stage.ANSWERED,
                    Stage.REDIRECTED,
                    Stage.CONVERTED,
                    Stage.RECLASSIFIED,
                    Stage.ARCHIVED),
            Kind.SUGGESTION,
            Set.of(
                    Stage.RECEIVED,
                    Stage.REFERRED,
                    Stage.CONSIDERING,
                    Stage.ANSWERED,
                    Stage.REDIRECTED,
                    Stage.CONVERTED,
                    Stage.RECLASSIFIED,
                    Stage.ARCHIVED));

    private static final String PARTY = "party:";
    private static final Map<Kind, Map<Act, ActRule>> BY_KIND = byKind();

    private ActRules() {}

    private static Map<Kind, Map<Act, ActRule>> byKind() {
        Map<Kind, Map<Act, ActRule>> index = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Map<Act, ActRule> rules = new EnumMap<>(Act.class);
            ALL.stream()
                    .filter(rule -> rule.kinds().contains(kind))
                    .forEach(rule -> rules.putIfAbsent(rule.act(), rule));
            index.put(kind, rules);
        }
        return index;
    }

    /** The rule of an act for a kind of case, if the act exists there. */
    public static Optional<ActRule> of(Act act, Kind kind) {
        return Optional.ofNullable(BY_KIND.getOrDefault(kind, Map.of()).get(act));
    }

    /** Whether the actor's roles allow the act; a superior must stand above the holder. */
    public static boolean hasRole(ActRule rule, CaseState state, Actor actor) {
        return rule.roles().stream().anyMatch(role -> actor.has(role) && fits(role, state, actor));
    }

    /**
     * Whether the actor's place allows it: decisions are those of the agency that holds the case. A reporter is never a
     * party; intake has checked the tracking code.
     */
    public static boolean inScope(ActRule rule, CaseState state, Actor actor, World world) {
        boolean reporter = state.kind() == Kind.REPORT && actor.has(Role.REPORTER);
        if (reporter) {
            return true;
        }
        if (actor.agency().isEmpty()) {
            // a reporter is no party of the file: who he is lies in the vault (Art. 37)
            return !actor.id().startsWith(PARTY)
                    || (state.kind() == Kind.REPORT && actor.has(Role.REPORTER))
                    || state.parties().containsKey(actor.id().substring(PARTY.length()));
        }
        if (!rule.holderOnly() || sameAgency(state.agency(), actor.agency(), world)) {
            return true;
        }
        return rule.roles().stream()
                .anyMatch(role -> role == Role.SUPERIOR && actor.has(role) && fits(role, state, actor));
    }

    private static boolean sameAgency(String one, String other, World world) {
        return world.agencies()
                .actingFor(one)
                .code()
                .equals(world.agencies().actingFor(other).code());
    }

    private static boolean fits(Role role, CaseState state, Actor actor) {
        if (role != Role.SUPERIOR) {
            return true;
        }
        String above = actor.agency();
        return above.equals("00")
                || (state.agency().startsWith(above) && !state.agency().equals(above));
    }

    public static Decision.Refused notOfThisKind(Act act, CaseState state) {
        String none = state.kind().chinese() + "没有“" + act.label() + "”这一步。";
        boolean old = Citation.old(state.law());
        return switch (state.kind()) {
            case COMPLAINT ->
                Decision.refused(
                        "KIND", none + "涉嫌违法的请用“发现线索”，材料里另有举报的请用“分别处理”。", old ? Citation.deciding(state.law()) : "第九条");
            case REPORT ->
                Decision.refused(
                        "KIND",
                        none + "举报按“核查”“立案”或者“不予立案”办理；另有投诉请求的请用“分别处理”。",
                        Law.of(state, "第三十五条", "第三十一条"),
                        Law.pp("第十八条"));
            case CONSULTATION, SUGGESTION ->
                Decision.refused("KIND", none + "请“答复”；有投诉、举报内容的请用“转投诉举报”或者“更正类别”。", "第四十四条");
        };
    }
}
