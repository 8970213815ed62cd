package org.fangxin.mediation.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseHistory.Story;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.mediation.store.DiaryStore;
import org.fangxin.mediation.store.DiaryStore.Due;
import org.fangxin.mediation.store.DiaryStore.Meeting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the diary of sessions and the list of points that are still to be done, out of the journal. */
@Component
class DiaryReader implements JournalReader {
    private static final Set<Stage> MEDIATED = Set.of(Stage.ACCEPTED, Stage.MEDIATING);

    private final CaseHistory histories;
    private final DiaryStore diary;

    DiaryReader(CaseHistory histories, DiaryStore diary) {
        this.histories = histories;
        this.diary = diary;
    }

    @Override
    public String name() {
        return "mediation-diary";
    }

    @Override
    public void take(List<Heard> batch) {
        Set<String> touched = new LinkedHashSet<>();
        batch.stream().filter(heard -> matters(heard.entry())).forEach(heard -> touched.add(heard.caseNo()));
        touched.forEach(caseNo -> histories.of(caseNo, Actor.SYSTEM).ifPresent(this::keep));
    }

    @Override
    public void forget() {
        diary.forgetAll();
    }

    /** Whatever a complaint's mediation, people or end are about. */
    private static boolean matters(Entry entry) {
        return entry instanceof Entry.OfComplaint
                || entry instanceof Entry.OfPeople
                || entry instanceof Entry.Assigned
                || entry instanceof Entry.Archived;
    }

    private void keep(Story story) {
        CaseState state = story.state();
        diary.replace(state.caseNo(), meetings(story), dues(state));
    }

    private static List<Meeting> meetings(Story story) {
        List<Meeting> meetings = new ArrayList<>();
        boolean goesOn = MEDIATED.contains(story.state().stage());
        for (Told told : story.told()) {
            switch (told.recorded().entry()) {
                case Entry.MediationScheduled p -> meetings.add(planned(story, told, p.at(), p.mode(), p.mediators()));
                case Entry.MediationRescheduled p -> {
                    dropPlanned(meetings);
                    meetings.add(planned(story, told, p.at(), p.mode(), p.mediators()));
                }
                case Entry.MediationHeld held -> {
                    Optional<Meeting> before = dropPlanned(meetings);
                    meetings.add(
                            held(story, told, held, before.map(Meeting::place).orElse(null)));
                }
                default -> {
                    // nothing of the diary
                }
            }
        }
        if (!goesOn) {
            meetings.removeIf(meeting -> !meeting.held());
        }
        List<Meeting> numbered = new ArrayList<>();
        for (Meeting m : meetings) {
            numbered.add(
                    new Meeting(m.caseNo(), numbered.size() + 1, m.at(), m.mode(), m.place(), m.mediators(), m.held()));
        }
        return numbered;
    }

    /** A session that is held or moved is no longer only planned. */
    private static Optional<Meeting> dropPlanned(List<Meeting> meetings) {
        if (meetings.isEmpty() || meetings.getLast().held()) {
            return Optional.empty();
        }
        return Optional.of(meetings.removeLast());
    }

    private static Meeting planned(Story story, Told told, Instant at, String mode, List<String> mediators) {
        @Nullable String place = told.texts().get("place");
        return new Meeting(story.state().caseNo(), 0, at, mode, place, still(mediators, story.state()), false);
    }

    private static Meeting held(Story story, Told told, Entry.MediationHeld held, @Nullable String place) {
        return new Meeting(
                story.state().caseNo(),
                0,
                told.recorded().occurredAt(),
                held.mode(),
                place,
                still(held.mediators(), story.state()),
                true);
    }

    /** Who stepped aside is in nobody's diary. */
    private static List<String> still(List<String> mediators, CaseState state) {
        return mediators.stream().filter(id -> !state.recused().contains(id)).toList();
    }

    private static List<Due> dues(CaseState state) {
        if (state.stage() != Stage.AGREED) {
            return List.of();
        }
        List<String> handlers = state.handlers().stream().sorted().toList();
        return state.complaint().agreement().points().stream()
                .filter(point -> point.by() != null && !point.performed())
                .map(point -> new Due(
                        state.caseNo(),
                        point.id(),
                        point.who().name(),
                        Objects.requireNonNull(point.by()),
                        point.reminded(),
                        point.overdue(),
                        handlers))
                .toList();
    }
}
