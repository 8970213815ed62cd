package org.fangxin.casefile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.fangxin.law.Statutes;

/** Random lives beside the reference model: each act that is tried is judged by both, and whatever differs is told. */
public final class ActsWalk {
    private static final int ATTEMPTS = 18;
    private static final int KINDS = 6;
    private static final Statutes STATUTES = Statutes.builtIn();

    /**
     * @param tried acts that were asked
     * @param stood acts that were taken
     * @param judged refusals for the stage that both agreed on
     * @param breaks each kind of difference, how often and where first
     */
    public record Found(long lives, long tried, long stood, long judged, Map<String, String> breaks) {}

    /** The program with one guard taken off; what it shows the rule, or what the form says, is not as it is. */
    public enum Removed {
        NOTHING(UnaryOperator.identity()),
        ENDS(state -> state.stage() == Stage.TERMINATED ? at(state, Stage.MEDIATING) : state),
        UNITS(state -> changed(state, draft -> draft.holding = Holding.DIRECT)),
        FILING(state -> state.stage() == Stage.VERIFYING ? at(state, Stage.FILED) : state),
        RECUSAL(state -> changed(state, draft -> draft.recused = new java.util.HashSet<>())),
        APPROVAL(UnaryOperator.identity());

        private final UnaryOperator<CaseState> shown;

        Removed(UnaryOperator<CaseState> shown) {
            this.shown = shown;
        }

        private static CaseState at(CaseState state, Stage stage) {
            return changed(state, draft -> draft.stage = stage);
        }

        private static CaseState changed(CaseState state, java.util.function.Consumer<CaseDraft> how) {
            CaseDraft draft = state.draft();
            how.accept(draft);
            return draft.done();
        }

        Decision decide(CaseState state, Command command, World world) {
            return Procedures.decide(shown.apply(state), this == APPROVAL ? signed(command) : command, world);
        }

        /** As if a leader had acted. */
        private static Command signed(Command command) {
            java.util.Set<org.fangxin.identity.Role> roles =
                    new java.util.HashSet<>(command.actor().roles());
            roles.add(org.fangxin.identity.Role.LEADER);
            Actor leader = new Actor(command.actor().id(), command.actor().agency(), roles);
            return new Command(command.act(), leader, command.now(), command.occurredAt(), command.fields());
        }
    }

    private final CourseTables tables = new CourseTables();
    private final Removed removed;
    private final LongAdder tried = new LongAdder();
    private final LongAdder stood = new LongAdder();
    private final LongAdder judged = new LongAdder();
    private final Map<String, LongAdder> breaks = new ConcurrentHashMap<>();
    private final Map<String, String> first = new ConcurrentHashMap<>();

    private ActsWalk(Removed removed) {
        this.removed = removed;
    }

    /** @param acts how many are tried at least */
    public static Found run(long acts, long seed, Removed removed) {
        ActsWalk walk = new ActsWalk(removed);
        long lives = (acts + ATTEMPTS - 1) / ATTEMPTS;
        LongStream.range(0, lives).parallel().forEach(life -> walk.live(seed + life, kind(life)));
        Map<String, String> told = new TreeMap<>();
        walk.breaks.forEach((what, count) -> told.put(what, count + " × (" + walk.first.get(what) + ")"));
        return new Found(lives, walk.tried.sum(), walk.stood.sum(), walk.judged.sum(), told);
    }

    /** Half of them complaints, a third reports. */
    private static Kind kind(long life) {
        return switch ((int) (life % KINDS)) {
            case 0, 1, 2 -> Kind.COMPLAINT;
            case 3, 4 -> Kind.REPORT;
            default -> life % (2 * KINDS) == KINDS - 1 ? Kind.CONSULTATION : Kind.SUGGESTION;
        };
    }

    private void live(long seed, Kind kind) {
        Beside core = new Beside(seed);
        try {
            RandomActs life = new RandomActs(kind, seed, core).live(ATTEMPTS);
            core.witness.stands(life.state);
            List<String> wrong = JournalCheck.wrong(life.journal, life.state, core::evolve, STATUTES);
            wrong.forEach(what -> broken(what.substring(0, Math.max(0, what.indexOf(':'))), seed));
        } catch (IllegalArgumentException | java.util.NoSuchElementException impossible) {
            broken("a state that cannot be: " + impossible.getMessage(), seed);
        } finally {
            stood.add(core.witness.stood());
            judged.add(core.witness.judged());
        }
    }

    private void broken(String what, Object where) {
        breaks.computeIfAbsent(what, _ -> new LongAdder()).increment();
        first.putIfAbsent(what, "seed " + where);
    }

    /** The program, with a model that hears each act and each answer. */
    private final class Beside implements RandomActs.Core {
        private final CourseWitness witness;

        private Beside(long seed) {
            witness = new CourseWitness(tables, (what, where) -> broken(what, (seed + " " + where).strip()));
        }

        @Override
        public Decision decide(CaseState state, Command command, World world) {
            witness.stands(state);
            tried.increment();
            Decision decision = removed.decide(state, command, world);
            witness.hear(state, command, world, decision);
            return decision;
        }
    }
}
