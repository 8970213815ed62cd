package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Statutes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Programs that break one rule each: random lives find every one of them, so the checks are worth something. */
class BrokenTwinsTest {
    private static final int LIVES = 30_000;
    private static final Statutes STATUTES = Statutes.builtIn();

    /** Evolves like the program, then spoils the state after some entries. */
    private static RandomActs.Core evolving(BiConsumer<CaseDraft, Recorded> spoil) {
        return new RandomActs.Core() {
            @Override
            public CaseState evolve(CaseState state, Recorded recorded) {
                CaseDraft draft = Procedures.evolve(state, recorded).draft();
                spoil.accept(draft, recorded);
                return draft.done();
            }
        };
    }

    /** Decides on a state that hides something from it. */
    private static RandomActs.Core deciding(UnaryOperator<CaseState> hide) {
        return new RandomActs.Core() {
            @Override
            public Decision decide(CaseState state, Command command, World world) {
                return Procedures.decide(hide.apply(state), command, world);
            }
        };
    }

    private static CaseState changed(CaseState state, Consumer<CaseDraft> how) {
        CaseDraft draft = state.draft();
        how.accept(draft);
        return draft.done();
    }

    private static final Map<String, RandomActs.Core> TWINS = Map.ofEntries(
            Map.entry("meets the seven days by deciding alone", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.Accepted || recorded.entry() instanceof Entry.Refused) {
                    draft.clocks(clocks -> clocks.meet(draft.law + ".complaint.accept", recorded.occurredAt()));
                }
            })),
            Map.entry("stops the seven days while material is asked for", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.MaterialRequested asked) {
                    draft.clocks(clocks -> clocks.pause(draft.law + ".complaint.accept", asked.until(), "等材料"));
                }
            })),
            Map.entry("counts on while an appraisal runs", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.AppraisalCommissioned commissioned) {
                    draft.clocks(clocks -> clocks.resume(draft.law + ".complaint.mediate", commissioned.on()));
                }
            })),
            Map.entry("is content when one side knows of a termination", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.TerminationNotified) {
                    draft.clocks(
                            clocks -> clocks.meet(draft.law + ".complaint.notify-termination", recorded.occurredAt()));
                }
            })),
            Map.entry("keeps the seven days met though the notice failed", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.NoticeFailed) {
                    draft.clocks(clocks -> clocks.meet(draft.law + ".complaint.accept", recorded.occurredAt()));
                }
            })),
            Map.entry("gives sixty days anew when mediation opens", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.MediationOpened) {
                    draft.clocks(clocks -> clocks.restart(draft.law + ".complaint.mediate", recorded.occurredAt()));
                }
            })),
            Map.entry("changes the law with the holder", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.TakenUp) {
                    draft.law = draft.law.equals("order20") ? "order121" : "order20";
                }
            })),
            Map.entry("lets a suspicion refuse", evolving((draft, recorded) -> {
                if (recorded.entry() instanceof Entry.AbuseFlagged && draft.kind == Kind.COMPLAINT) {
                    draft.stage = Stage.REFUSED;
                }
            })),
            Map.entry(
                    "lets the recused go on",
                    deciding(state -> changed(state, draft -> draft.recused = new HashSet<>()))),
            Map.entry(
                    "lets a terminated complaint be mediated on",
                    deciding(state -> state.stage() == Stage.TERMINATED
                            ? changed(state, draft -> draft.stage = Stage.MEDIATING)
                            : state)),
            Map.entry(
                    "archives while something is owed",
                    deciding(state -> changed(state, draft -> draft.clocks = Clocks.NONE))),
            Map.entry(
                    "lets a unit pass on what it was sent",
                    deciding(state -> changed(state, draft -> draft.holding = Holding.DIRECT))));

    @TestFactory
    Stream<DynamicTest> everyBrokenTwinIsFound() {
        return TWINS.entrySet().stream()
                .map(twin -> DynamicTest.dynamicTest(
                        twin.getKey(), () -> assertThat(found(twin.getValue())).isTrue()));
    }

    private static boolean found(RandomActs.Core twin) {
        for (long seed = 1; seed <= LIVES; seed++) {
            if (!wrong(seed, twin).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** A pause that a rule does not allow is refused by the statutes themselves; a state that cannot be fails by itself. */
    private static List<String> wrong(long seed, RandomActs.Core twin) {
        try {
            RandomActs life = new RandomActs(Kind.COMPLAINT, seed, twin).live(18);
            return JournalCheck.wrong(life.journal, life.state, twin::evolve, STATUTES);
        } catch (IllegalArgumentException | java.util.NoSuchElementException refusedByTheStatutes) {
            return List.of(String.valueOf(refusedByTheStatutes.getMessage()));
        }
    }
}
