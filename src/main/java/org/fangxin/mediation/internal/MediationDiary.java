package org.fangxin.mediation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.fangxin.mediation.store.DiaryStore;
import org.fangxin.mediation.store.DiaryStore.Due;
import org.fangxin.mediation.store.DiaryStore.Meeting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The diary as its readers see it, within their scope; sessions that stand in each other's way are marked. */
@Component
public class MediationDiary {
    /** How long a session is taken to last when two are compared. */
    private static final Duration USUAL = Duration.ofHours(1);

    public record Named(String personId, String displayName) {}

    /** @param conflicts TIME, PLACE or nothing */
    public record Shown(Meeting meeting, List<Named> people, List<String> conflicts) {}

    public record ShownDue(Due due, boolean overdue, List<Named> people) {}

    public record Page(List<Shown> sessions, List<ShownDue> dues) {}

    private final DiaryStore store;
    private final People people;
    private final InstantSource clock;

    MediationDiary(DiaryStore store, People people, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** @param whose only this person's, or null for everybody's */
    @Transactional(readOnly = true)
    public Page page(LocalDate from, LocalDate to, @Nullable String whose, LocalDate duesUpTo) {
        List<Meeting> meetings = store.between(start(from), start(to.plusDays(1)));
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        List<Due> dues = store.dueUpTo(duesUpTo);
        Map<String, String> names = people.displayNames(everybody(meetings, dues));
        List<Shown> shown = meetings.stream()
                .filter(one -> whose == null || one.mediators().contains(whose))
                .map(one -> new Shown(one, named(one.mediators(), names), conflicts(one, meetings)))
                .toList();
        List<ShownDue> owed = dues.stream()
                .filter(one -> whose == null || one.handlers().contains(whose))
                .map(one -> new ShownDue(one, one.dueOn().isBefore(today), named(one.handlers(), names)))
                .toList();
        return new Page(shown, owed);
    }

    /** Of what is still to be held: the same mediator within the hour, the same place within the hour. */
    static List<String> conflicts(Meeting one, List<Meeting> all) {
        Set<String> found = new LinkedHashSet<>();
        for (Meeting other : all) {
            boolean itself = other.caseNo().equals(one.caseNo()) && other.position() == one.position();
            boolean both = !one.held() && !other.held();
            if (itself || !both || Duration.between(one.at(), other.at()).abs().compareTo(USUAL) >= 0) {
                continue;
            }
            if (one.mediators().stream().anyMatch(other.mediators()::contains)) {
                found.add("TIME");
            }
            if (one.place() != null && other.place() != null && same(one.place(), other.place())) {
                found.add("PLACE");
            }
        }
        return List.copyOf(found);
    }

    private static boolean same(String a, String b) {
        return a.replaceAll("\\s", "").equals(b.replaceAll("\\s", ""));
    }

    private static List<String> everybody(List<Meeting> meetings, List<Due> dues) {
        Set<String> ids = new LinkedHashSet<>();
        meetings.forEach(one -> ids.addAll(one.mediators()));
        dues.forEach(one -> ids.addAll(one.handlers()));
        return new ArrayList<>(ids);
    }

    private static List<Named> named(List<String> ids, Map<String, String> names) {
        return ids.stream().map(id -> new Named(id, names.getOrDefault(id, ""))).toList();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Fields.ZONE).toInstant();
    }
}
