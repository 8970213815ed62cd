package org.fangxin.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.internal.ActRules;
import org.fangxin.casefile.internal.DuplicateRules;
import org.fangxin.casefile.internal.Evolution;
import org.fangxin.casefile.internal.Promises;
import org.fangxin.identity.Role;
import org.fangxin.law.Statutes;

/** The decision core: {@code decide(case, act) → entries or refusal}, {@code evolve(case, entry) → case}. Pure. */
public final class Procedures {
    /** An act that cannot be done now, and why: shown under the buttons. */
    public record Blocked(Act act, List<String> articles, String why) {}

    private Procedures() {}

    /** All rules, in the order of the catalogue. */
    public static List<ActRule> catalogue() {
        return ActRules.ALL;
    }

    /** The rule of an act for a kind of case, if the act exists there. */
    public static Optional<ActRule> rule(Act act, Kind kind) {
        return ActRules.of(act, kind);
    }

    public static Decision decide(CaseState state, Command command, World world) {
        Optional<ActRule> found = rule(command.act(), state.kind());
        if (found.isEmpty()) {
            return ActRules.notOfThisKind(command.act(), state);
        }
        ActRule rule = found.get();
        Optional<Decision.Refused> guard = guard(rule, state, command.actor(), world);
        if (guard.isPresent()) {
            return guard.get();
        }
        try {
            Command dated = Occurrence.check(rule, state, command);
            return withPromises(rule.decide(state, dated, world), state, dated, world);
        } catch (Fields.Faulty faulty) {
            return new Decision.Invalid(List.of(faulty.fault()));
        }
    }

    /** Why this actor may not do the act now, whatever its fields would say, or empty. */
    public static Optional<Decision.Refused> forbidden(Act act, CaseState state, Actor actor, World world) {
        return rule(act, state.kind())
                .map(found -> guard(found, state, actor, world))
                .orElseGet(() -> Optional.of(ActRules.notOfThisKind(act, state)));
    }

    private static Decision withPromises(Decision decision, CaseState state, Command command, World world) {
        if (!(decision instanceof Decision.Taken taken)) {
            return decision;
        }
        List<Entry> entries = Promises.with(state, taken.entries(), command.actor(), command.occurredAt(), world);
        return new Decision.Taken(entries, taken.opens(), taken.elsewhere(), taken.warnings());
    }

    /**
     * The receipt that opens a case, with the service promises that it makes.
     *
     * @param statutes as they hold for the agency that receives it
     */
    public static Entry.Received promised(Entry.Received received, Statutes statutes) {
        return Promises.promised(received, statutes);
    }

    /**
     * Number of the other case that an act writes to by what its own case tells and not by its form.
     *
     * @param state of the case, asked only for an act that does
     */
    public static Optional<String> reaches(Act act, Supplier<Optional<CaseState>> state) {
        return act == Act.UNMERGE_DUPLICATE ? state.get().flatMap(DuplicateRules::mergedInto) : Optional.empty();
    }

    /** The acts this actor may do now, in catalogue order. */
    public static List<Act> available(CaseState state, Actor actor, World world) {
        List<Act> acts = new ArrayList<>();
        for (ActRule rule : ActRules.ALL) {
            if (rule.kinds().contains(state.kind())
                    && guard(rule, state, actor, world).isEmpty()) {
                acts.add(rule.act());
            }
        }
        return acts;
    }

    /** The acts of the actor's roles that are missing, each with its reason. */
    public static List<Blocked> blocked(CaseState state, Actor actor, World world) {
        List<Blocked> blocked = new ArrayList<>();
        for (ActRule rule : ActRules.ALL) {
            if (rule.kinds().contains(state.kind()) && ActRules.hasRole(rule, state, actor)) {
                guard(rule, state, actor, world)
                        .ifPresent(no -> blocked.add(new Blocked(rule.act(), no.articles(), no.why())));
            }
        }
        return blocked;
    }

    private static Optional<Decision.Refused> guard(ActRule rule, CaseState state, Actor actor, World world) {
        if (state.recused().contains(actor.id())) {
            return Optional.of(Decision.refused("RECUSED", "您已回避本案，不能再办理。", "第二十一条"));
        }
        if (state.flags().contains(Flag.DISPOSED)) {
            return Optional.of(Decision.refused("DISPOSED", "本案保管期满，内容已经销毁，不能再办理。", "个人信息保护法第四十七条"));
        }
        if (!ActRules.hasRole(rule, state, actor)) {
            return Optional.of(notByThisRole(rule, state));
        }
        if (!ActRules.inScope(rule, state, actor, world)) {
            return Optional.of(
                    Decision.refused("SCOPE", "本案不由您所在的机关办理，不能“" + rule.act().label() + "”。", "第四条"));
        }
        if (!rule.stages().contains(state.stage())) {
            return Optional.of(rule.wrongStage(state));
        }
        return rule.forbidden(state, actor, world);
    }

    /** Who may do it, so that one knows whom to ask. */
    private static Decision.Refused notByThisRole(ActRule rule, CaseState state) {
        String who = rule.roles().stream().map(Role::chinese).sorted().collect(Collectors.joining("、"));
        String why = "您的职责不能办理“" + rule.act().label() + "”。可以办理的：" + who + "。";
        List<String> own = rule.article().isEmpty()
                ? rule.wrongStage(state).articles()
                : List.of(rule.article().split("、"));
        return new Decision.Refused("ROLE", own, why);
    }

    /**
     * When the act took place by its body's {@code occurredOn}: {@code now}, or an earlier day. A value that cannot be read
     * counts as {@code now}; {@link #decide} then answers {@link Decision.Invalid}.
     */
    public static Instant occurredAt(Fields fields, Instant now) {
        return Occurrence.of(fields, now);
    }

    /** The command with the time at which the act counts as done: never before its trigger. */
    public static Command dated(CaseState state, Command command) {
        return rule(command.act(), state.kind())
                .map(rule -> Occurrence.check(rule, state, command))
                .orElse(command);
    }

    /** The state after the first entry, which must be a {@link Entry.Received}. */
    public static CaseState begin(String caseNo, Recorded first) {
        return Evolution.begin(caseNo, first);
    }

    public static CaseState evolve(CaseState state, Recorded recorded) {
        return Evolution.evolve(state, recorded);
    }

    /** The state that a whole journal tells. */
    public static CaseState replay(String caseNo, List<Recorded> journal) {
        CaseState state = begin(caseNo, journal.getFirst());
        for (Recorded recorded : journal.subList(1, journal.size())) {
            state = evolve(state, recorded);
        }
        return state;
    }

    /** The stages a kind of case can be in. */
    public static Set<Stage> stagesOf(Kind kind) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        stages.addAll(ActRules.STAGES.get(kind));
        return stages;
    }

    /** Names of all acts by id, for the catalogue and for messages. */
    public static Map<String, Act> actsById() {
        Map<String, Act> acts = new LinkedHashMap<>();
        for (Act act : Act.values()) {
            acts.put(act.id(), act);
        }
        return acts;
    }
}
