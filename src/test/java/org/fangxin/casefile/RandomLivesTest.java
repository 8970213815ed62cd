package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.law.Statutes;
import org.junit.jupiter.api.Test;

/** A hundred thousand cases at random: what must always hold, holds. */
class RandomLivesTest {
    private static final int LIVES = Integer.getInteger("fangxin.lives", 100_000);
    private static final long SEED = Long.getLong("fangxin.seed", 20260415L);
    private static final Statutes STATUTES = Statutes.builtIn();

    @Test
    void whateverPeopleDoTheLawHolds() {
        Map<Kind, Set<Stage>> seen = new EnumMap<>(Kind.class);
        Map<Kind, Set<Act>> done = new EnumMap<>(Kind.class);
        for (int i = 0; i < LIVES; i++) {
            Kind kind = kind(i);
            RandomActs life = new RandomActs(kind, SEED + i).live(18);
            List<String> wrong = JournalCheck.wrong(life.journal, life.state, Procedures::evolve, STATUTES);
            if (!wrong.isEmpty()) {
                fail("seed " + (SEED + i) + ", " + kind + ": " + wrong + "\n" + told(life));
            }
            life.steps.forEach(step -> {
                seen.computeIfAbsent(kind, _ -> EnumSet.noneOf(Stage.class)).add(step.to());
                done.computeIfAbsent(kind, _ -> EnumSet.noneOf(Act.class)).add(step.act());
            });
        }
        everythingWasTried(seen, done);
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
    private static void everythingWasTried(Map<Kind, Set<Stage>> seen, Map<Kind, Set<Act>> done) {
        if (LIVES < 50_000) {
            return;
        }
        assertThat(seen.get(Kind.COMPLAINT)).containsAll(Procedures.stagesOf(Kind.COMPLAINT));
        Set<Act> never = EnumSet.noneOf(Act.class);
        Procedures.catalogue().stream()
                .filter(rule -> rule.kinds().contains(Kind.COMPLAINT))
                .map(ActRule::act)
                .filter(act -> !done.get(Kind.COMPLAINT).contains(act))
                .forEach(never::add);
        assertThat(never).containsExactly(Act.EXTEND);
    }

    private static String told(RandomActs life) {
        StringBuilder told = new StringBuilder();
        life.journal.forEach(r -> told.append(r.seq() + " " + r.occurredAt() + " " + r.actorId() + " " + r.entry() + "\n"));
        return told.append(life.state.clocks()).toString();
    }
}
