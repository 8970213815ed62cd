package org.fangxin.casefile.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.EntryLabels;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Matter;
import org.fangxin.casefile.Merging;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.People;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an act was decided upon on what the case still is; if not, who changed what, when, and whether it matters. */
@Component
class Staleness {
    /**
     * What a late officer is told: the version now, what changed last, and all that came in between.
     *
     * @param mergeable whether the act may go on the new version as it was written
     * @param changed the parts of the case that were touched, in words
     */
    record Current(
            long version,
            String stage,
            String stageLabel,
            Change lastChange,
            boolean mergeable,
            List<String> changed,
            List<Change> changes) {}

    record Change(String label, @Nullable String by, OffsetDateTime at) {}

    /** The entries in between that may be seen, and what they touched. */
    private record Between(@Nullable CaseState before, List<Journal.Row> since, Set<Matter> changed) {}

    private final People people;
    private final Sight sight;
    private final Worlds worlds;

    Staleness(People people, Sight sight, Worlds worlds) {
        this.people = people;
        this.sight = sight;
        this.worlds = worlds;
    }

    /**
     * Somebody's look at a telephone number and a recounted date are in the journal too, but decide nothing.
     *
     * @param version how many of the entries in the officer's sight he knew; null is never stale
     */
    void refuse(CaseRows.Head head, CaseState state, List<Journal.Row> past, @Nullable Long version, Command command) {
        if (version == null) {
            return;
        }
        List<Journal.Row> visible = sight.visible(state, past);
        List<Journal.Row> since = visible.stream()
                .skip(Math.max(0, version))
                .filter(row -> !decidesNothing(row))
                .toList();
        if (version <= visible.size() && since.isEmpty()) {
            return;
        }
        boolean known = version >= 1 && version <= visible.size();
        Between between = known
                ? between(head, past, visible.get(Math.toIntExact(version) - 1), since)
                : new Between(null, since, Set.of());
        List<Change> changes = since.stream().map(this::change).toList();
        Change last = changes.isEmpty() ? change(visible.getLast()) : changes.getLast();
        Current current = new Current(
                visible.size(),
                state.stage().name(),
                state.stage().chinese(),
                last,
                mergeable(head, state, between, command),
                between.changed().stream().map(Matter::chinese).toList(),
                changes);
        throw Problem.conflict(sentence(last), Map.of("current", current));
    }

    private boolean mergeable(CaseRows.Head head, CaseState state, Between between, Command command) {
        CaseState before = between.before();
        if (before == null) {
            return false;
        }
        Decision then = Procedures.decide(before, command, worlds.of(before, head, command.now()));
        Decision now = Procedures.decide(state, command, worlds.of(state, head, command.now()));
        List<Entry> entries =
                between.since().stream().map(row -> row.recorded().entry()).toList();
        return Merging.mergeable(command.act(), entries, between.changed(), then, now);
    }

    /** Walks from the last entry that the officer knew to the newest; tells only of those he may see. */
    private static Between between(
            CaseRows.Head head, List<Journal.Row> past, Journal.Row lastKnown, List<Journal.Row> since) {
        int known = past.indexOf(lastKnown) + 1;
        CaseState before = Worlds.replay(head, new ArrayList<>(past.subList(0, known)));
        EnumSet<Matter> changed = EnumSet.noneOf(Matter.class);
        CaseState state = before;
        for (Journal.Row row : past.subList(known, past.size())) {
            CaseState next = Procedures.evolve(state, row.recorded());
            if (since.contains(row)) {
                changed.addAll(Merging.touched(state, row.recorded().entry(), next));
            }
            state = next;
        }
        return new Between(before, since, changed);
    }

    static boolean decidesNothing(Journal.Row row) {
        return row.recorded().entry() instanceof Entry.Unmasked
                || row.recorded().entry() instanceof Entry.DeadlineRecounted;
    }

    private Change change(Journal.Row row) {
        return new Change(
                EntryLabels.of(row.type()),
                name(row.recorded().actorId()),
                row.recorded().recordedAt().atZone(Fields.ZONE).toOffsetDateTime());
    }

    private @Nullable String name(String actor) {
        return switch (actor) {
            case "system" -> "系统";
            default ->
                actor.startsWith("party:")
                        ? "当事人"
                        : people.displayNames(List.of(actor)).get(actor);
        };
    }

    private static String sentence(Change change) {
        String who = change.by() == null ? "同事" : change.by();
        String when = "%d:%02d".formatted(change.at().getHour(), change.at().getMinute());
        return who + " " + when + " 已办理“" + change.label() + "”。您写的没有丢，请对照后决定。";
    }
}
