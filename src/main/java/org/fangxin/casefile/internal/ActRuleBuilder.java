package org.fangxin.casefile.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * One act as a paragraph: who, from where, with what, forbidden when, and what follows.
 *
 * <pre>{@code
 * act(Act.ACCEPT).of(Kind.COMPLAINT).by(Role.HANDLER).from(Stage.RECEIVED).law("第十五条第一款")
 *         .effect("会告知投诉人；调解期限起算。").with(field…).forbid(guard).check(check).then(decide)
 * }</pre>
 */
final class ActRuleBuilder {
    /** Forbids whatever the fields say. */
    interface Guard {
        Optional<Decision.Refused> test(CaseState state, Actor actor, World world);
    }

    /** Forbids because of what the fields say. */
    interface Check {
        Optional<Decision.Refused> test(CaseState state, Command command, World world);
    }

    /** What the act makes once nothing forbids it. */
    interface Decide {
        Decision apply(CaseState state, Command command, World world);
    }

    private final Act act;
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private final List<FieldSpec> fields = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private String article = "";
    private String effect = "";
    private boolean holderOnly = true;
    private boolean byTheMinute;
    private Function<CaseState, Instant> trigger = CaseState::receivedAt;
    private @Nullable Function<CaseState, Decision.Refused> elsewhere;

    private ActRuleBuilder(Act act) {
        this.act = act;
    }

    static ActRuleBuilder act(Act act) {
        return new ActRuleBuilder(act);
    }

    ActRuleBuilder of(Kind... which) {
        kinds.addAll(List.of(which));
        return this;
    }

    ActRuleBuilder by(Role... who) {
        roles.addAll(List.of(who));
        return this;
    }

    ActRuleBuilder from(Stage... which) {
        stages.addAll(List.of(which));
        return this;
    }

    ActRuleBuilder from(Collection<Stage> which) {
        stages.addAll(which);
        return this;
    }

    /** The act's own article: named when the stage does not fit. */
    ActRuleBuilder law(String cited) {
        article = cited;
        return this;
    }

    ActRuleBuilder effect(String sentence) {
        effect = sentence;
        return this;
    }

    ActRuleBuilder with(FieldSpec... specs) {
        fields.addAll(List.of(specs));
        return this;
    }

    /** Officers of other agencies than the holder may do it too (disputes, designation). */
    ActRuleBuilder byOthersToo() {
        holderOnly = false;
        return this;
    }

    /** Counted in minutes: see {@link ActRule#byTheMinute()}. */
    ActRuleBuilder byTheMinute() {
        byTheMinute = true;
        return this;
    }

    /** The event before which the act cannot have taken place; the receipt unless told otherwise. */
    ActRuleBuilder after(Function<CaseState, Instant> event) {
        trigger = event;
        return this;
    }

    /** The refusal in stages where the act does not fit. */
    ActRuleBuilder elsewhere(Function<CaseState, Decision.Refused> sentence) {
        elsewhere = sentence;
        return this;
    }

    ActRuleBuilder forbid(Guard guard) {
        guards.add(guard);
        return this;
    }

    ActRuleBuilder check(Check check) {
        checks.add(check);
        return this;
    }

    ActRule then(Decide decide) {
        Set<Stage> where = Set.copyOf(stages);
        String cited = article;
        return new Built(
                act,
                Set.copyOf(kinds),
                Set.copyOf(roles),
                where,
                List.copyOf(fields),
                cited,
                effect,
                holderOnly,
                byTheMinute,
                trigger,
                elsewhere != null ? elsewhere : state -> WrongStage.of(act, cited, where, state),
                List.copyOf(guards),
                List.copyOf(checks),
                decide);
    }

    private record Built(
            Act act,
            Set<Kind> kinds,
            Set<Role> roles,
            Set<Stage> stages,
            List<FieldSpec> fields,
            String article,
            String effect,
            boolean holderOnly,
            boolean byTheMinute,
            Function<CaseState, Instant> triggeredBy,
            Function<CaseState, Decision.Refused> elsewhere,
            List<Guard> guards,
            List<Check> checks,
            Decide decide)
            implements ActRule {
        @Override
        public Instant trigger(CaseState state) {
            return triggeredBy.apply(state);
        }

        @Override
        public Decision.Refused wrongStage(CaseState state) {
            return elsewhere.apply(state);
        }

        @Override
        public Optional<Decision.Refused> forbidden(CaseState state, Actor actor, World world) {
            return guards.stream()
                    .map(guard -> guard.test(state, actor, world))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        @Override
        public Decision decide(CaseState state, Command command, World world) {
            Optional<Decision.Refused> no = checks.stream()
                    .map(check -> check.test(state, command, world))
                    .flatMap(Optional::stream)
                    .findFirst();
            return no.isPresent() ? no.get() : decide.apply(state, command, world);
        }
    }
}
