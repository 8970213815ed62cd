package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.fangxin.law.Statutes;
import org.junit.jupiter.api.Test;

/** A hundred thousand cases at random: what must always hold, holds. */
class RandomLivesTest {
    private static final int LIVES = Integer.getInteger("fangxin.lives", 100_000);
    private static final long SEED = Long.getLong("fangxin.seed", 20260415L);
    private static final Statutes STATUTES = Statutes.builtIn();

    private final Map<Kind, Set<Stage>> seen = new ConcurrentHashMap<>();
    private final Map<Kind, Set<Act>> done = new ConcurrentHashMap<>();

    @Test
    void whateverPeopleDoTheLawHolds() {
        IntStream.range(0, LIVES).parallel().forEach(this::live);
        if (LIVES >= 50_000) {
            everythingWasTried();
        }
    }

    private void live(int i) {
        Kind kind = kind(i);
        RandomActs life = new RandomActs(kind, SEED + i).live(18);
        List<String> wrong = JournalCheck.wrong(life.journal, life.state, Procedures::evolve, STATUTES);
        if (!wrong.isEmpty()) {
            fail("seed " + (SEED + i) + ", " + kind + ": " + wrong + "\n" + told(life));
        }
        Set<Stage> stages = seen.computeIfAbsent(kind, _ -> ConcurrentHashMap.newKeySet());
        Set<Act> acts = done.computeIfAbsent(kind, _ -> ConcurrentHashMap.newKeySet());
        for (RandomActs.Step step : life.steps) {
            stages.add(step.from());
            stages.add(step.to());
            acts.add(step.act());
        }
    }

    /** Half of them complaints, since most that can go wrong is there. */
    private static Kind kind(int i) {
        return switch (i % 6) {
            case 0, 1, 2 -> Kind.COMPLAINT;
            case 3, 4 -> Kind.REPORT;
            default -> i % 12 == 5 ? Kind.CONSULTATION : Kind.SUGGESTION;
        };
    }

    /** The lives would prove little if some stage or act had never come up. */
    private void everythingWasTried() {
        for (Kind kind : Kind.values()) {
            assertThat(seen.get(kind)).as(kind + " stages").containsAll(Procedures.stagesOf(kind));
            Set<Act> never = EnumSet.noneOf(Act.class);
            Procedures.catalogue().stream()
                    .filter(rule -> rule.kinds().contains(kind))
                    .map(ActRule::act)
                    .filter(act -> !done.get(kind).contains(act))
                    .forEach(never::add);
            assertThat(never).as(kind + " acts").isEqualTo(kind == Kind.COMPLAINT ? Set.of(Act.EXTEND) : Set.of());
        }
    }

    private static String told(RandomActs life) {
        StringBuilder told = new StringBuilder();
        life.journal.forEach(
                r -> told.append(r.seq() + " " + r.occurredAt() + " " + r.actorId() + " " + r.entry() + "\n"));
        return told.append(life.state.clocks()).toString();
    }
}
