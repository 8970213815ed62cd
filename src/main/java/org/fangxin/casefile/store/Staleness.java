package org.fangxin.casefile.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.EntryLabels;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.People;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an act was decided upon on what the case still is; if not, who changed what, and when. */
@Component
class Staleness {
    /** What a late officer is told: the version now, and what changed last. */
    record Current(long version, String stage, Change lastChange) {}

    record Change(String label, @Nullable String by, OffsetDateTime at) {}

    private final People people;
    private final Sight sight;

    Staleness(People people, Sight sight) {
        this.people = people;
        this.sight = sight;
    }

    /**
     * Somebody's look at a telephone number and a recounted date are in the journal too, but decide nothing.
     *
     * @param version how many of the entries in the officer's sight he knew; null is never stale
     */
    void refuse(CaseState state, List<Journal.Row> past, @Nullable Long version) {
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
        Journal.Row last = since.isEmpty() ? visible.getLast() : since.getLast();
        Change change = new Change(
                EntryLabels.of(last.type()),
                name(last.recorded().actorId()),
                last.recorded().recordedAt().atZone(Fields.ZONE).toOffsetDateTime());
        throw Problem.conflict(
                sentence(change),
                Map.of("current", new Current(visible.size(), state.stage().name(), change)));
    }

    static boolean decidesNothing(Journal.Row row) {
        return row.recorded().entry() instanceof Entry.Unmasked
                || row.recorded().entry() instanceof Entry.DeadlineRecounted;
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
