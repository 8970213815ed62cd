package org.fangxin.casefile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.fangxin.casefile.entry.Entry;

/**
 * A case that lives at random: random acts of the catalogue by random people, with forms filled in at random from the
 * catalogue's own field descriptions, while the days go by. The same seed gives the same life.
 */
final class RandomActs {
    private static final String EARLIER = "FX-0";
    private static final List<String> AGENCIES = List.of("620823", "6208", "620821", "620823001", "330106");
    private static final List<String> START_DAYS =
            List.of("2026-05-06T10:00", "2026-09-28T16:30", "2026-04-03T09:00", "2026-04-14T23:50", "2025-11-03T08:00");
    private static final List<String> CHANNELS = List.of("WEB", "PHONE", "WINDOW");
    private static final RandomPeople PEOPLE =
            new RandomPeople(AGENCIES, (name, agency, roles) -> new Actor("u-" + name, agency, roles));

    /** What decides and what evolves: the program, or a broken twin of it. */
    interface Core {
        Core TRUE = new Core() {};

        default Decision decide(CaseState state, Command command, World world) {
            return Procedures.decide(state, command, world);
        }

        default CaseState evolve(CaseState state, Recorded recorded) {
            return Procedures.evolve(state, recorded);
        }
    }

    /** Something that stood: the act, and the stages before and after. */
    record Step(Act act, Stage from, Stage to) {}

    final List<Recorded> journal = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final TestWorld world;
    CaseState state;
    private final Dice dice;
    private final Core core;
    private final Set<Act> theme;

    RandomActs(Kind kind, long seed) {
        this(kind, seed, Core.TRUE);
    }

    RandomActs(Kind kind, long seed, Core core) {
        dice = Dice.of(seed);
        this.core = core;
        theme = RandomChoice.theme(kind, dice);
        world = TestWorld.at(dice.one(START_DAYS));
        PEOPLE.cast().forEach(world::staffedBy);
        String law = world.world().statutes().lawOf(world.today());
        boolean green = kind == Kind.COMPLAINT && dice.chance(15);
        Entry.Received received = new Entry.Received(
                kind,
                dice.one(List.of("620823", "620823", "6208")),
                world.now(),
                law,
                dice.one(CHANNELS),
                source(kind, seed),
                null,
                parties(kind),
                List.of(),
                kind == Kind.REPORT && dice.chance(40) ? List.of("REAL_NAME") : List.of(),
                green,
                false);
        Entry.Received promised = Procedures.promised(received, world.world().statutes());
        Recorded first = new Recorded(1, world.now(), world.now(), "system", promised);
        journal.add(first);
        state = Procedures.begin("FX-1", first);
        world.knowing(earlier(received));
    }

    /** One report of ten was handed over by another agency, which forbids handing it on (PP 14). */
    private static String source(Kind kind, long seed) {
        boolean handedOver = kind == Kind.REPORT && new SplittableRandom(~seed).nextInt(10) == 0;
        return handedOver ? "TRANSFERRED" : "SUBMISSION";
    }

    /** Tries this many acts; those that stand are taken. */
    RandomActs live(int attempts) {
        for (int i = 0; i < attempts; i++) {
            if (dice.chance(40)) {
                long hours = dice.chance(8) ? dice.below(24 * 70) : dice.below(24 * 6);
                world.moveTo(world.now().plus(Duration.ofHours(hours)));
            }
            attempt();
        }
        return this;
    }

    private void attempt() {
        ActRule rule = dice.one(RandomChoice.among(state, theme, dice));
        Actor actor = PEOPLE.actor(rule, dice);
        Fields fields = new Fields(new RandomForms(PEOPLE, state, world.now(), EARLIER, dice).form(rule));
        Command command =
                new Command(rule.act(), actor, world.now(), Procedures.occurredAt(fields, world.now()), fields);
        if (core.decide(state, command, world.world()) instanceof Decision.Taken taken) {
            Stage before = state.stage();
            for (Entry entry : taken.entries()) {
                Recorded recorded = new Recorded(state.seq() + 1, command.occurredAt(), world.now(), actor.id(), entry);
                journal.add(recorded);
                state = core.evolve(state, recorded);
            }
            steps.add(new Step(rule.act(), before, state.stage()));
        }
    }

    private static CaseState earlier(Entry.Received like) {
        Recorded first = new Recorded(1, like.receivedAt(), like.receivedAt(), "system", like);
        return Procedures.begin(EARLIER, first);
    }

    private static List<Entry.Party> parties(Kind kind) {
        return switch (kind) {
            case COMPLAINT ->
                List.of(
                        new Entry.Party("P1", PartyRole.COMPLAINANT),
                        new Entry.Party("P2", PartyRole.COMPLAINANT),
                        new Entry.Party("P3", PartyRole.RESPONDENT));
            case REPORT -> List.of(new Entry.Party("P1", PartyRole.REPORTED));
            case CONSULTATION, SUGGESTION -> List.of(new Entry.Party("P1", PartyRole.ASKER));
        };
    }
}
