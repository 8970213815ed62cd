package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Counter;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.store.StoredActs.Case;
import org.fangxin.casefile.store.StoredActs.Group;

/** What somebody could see at a moment of the rush: the other cases as they were just then. */
final class Surroundings {
    private final Worlds worlds;
    private final Officers officers;
    private final Map<String, Case> cases;
    private final Map<String, Optional<Actor>> known = new ConcurrentHashMap<>();

    Surroundings(Worlds worlds, Officers officers, Map<String, Case> cases) {
        this.worlds = worlds;
        this.officers = officers;
        this.cases = cases;
    }

    Map<String, Case> cases() {
        return cases;
    }

    World world(Case one, CaseState state, Instant now, Function<String, Optional<CaseState>> others) {
        World here = worlds.of(state, one.head(), now);
        return new World(
                here.now(),
                here.statutes(),
                here.calendar(),
                here.agencies(),
                here.setting(),
                here.competent(),
                here.shopRegion(),
                id -> known.computeIfAbsent(id, officers::actor),
                others,
                here.reporters());
    }

    /** Another case as the actor saw it just before the act with this serial. */
    Optional<CaseState> seen(Actor actor, String caseNo, long serial) {
        return Optional.ofNullable(cases.get(caseNo))
                .flatMap(one -> one.before(serial).filter(state -> visible(actor, one, state, serial)));
    }

    /** As row-level security has it for whoever is of this prefecture. */
    static boolean visible(Actor actor, Case one, CaseState state, long serial) {
        return actor.agency().isEmpty()
                || (state.agency().startsWith(Counter.AROUND)
                        && !state.recused().contains(actor.id())
                        && !sealed(one, serial));
    }

    /** Whether it had turned out to be a report by then, which only the program sees. */
    private static boolean sealed(Case one, long serial) {
        return one.sealed()
                && one.groups().stream()
                        .filter(group -> group.serial() < serial)
                        .anyMatch(Surroundings::becameAnother);
    }

    private static boolean becameAnother(Group group) {
        return group.rows().stream()
                .map(row -> row.recorded().entry())
                .anyMatch(entry -> entry instanceof Entry.Reclassified || entry instanceof Entry.Converted);
    }

    /** Whether the actor could at some moment not see a case that entries here tell of: then versions are counted another way. */
    boolean countsOtherwise(Actor actor, Case one, int upTo) {
        return one.rows().stream()
                .limit(upTo)
                .anyMatch(row -> one.end().related().keySet().stream()
                        .filter(no -> Sight.tells(row, no))
                        .anyMatch(no -> sometimesHidden(actor, no)));
    }

    private boolean sometimesHidden(Actor actor, String caseNo) {
        Case other = cases.get(caseNo);
        return other == null
                || other.groups().stream().anyMatch(group -> !visible(actor, other, group.after(), group.serial() + 1));
    }
}
