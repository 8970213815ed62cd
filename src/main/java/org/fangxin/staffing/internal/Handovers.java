package org.fangxin.staffing.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.CaseLists;
import org.fangxin.casefile.SubstituteActs;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.store.HandoverStore;
import org.fangxin.staffing.store.HandoverStore.Confirmed;
import org.fangxin.staffing.store.HandoverStore.Phase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of handing over (交接清单): at the start what the absent person has open, at the end also what was done for him. */
@Component
public class Handovers {
    private static final int MOST = 500;

    /**
     * A list as the reader may see it.
     *
     * @param open cases that the absent person is in charge of and that are not closed, the most urgent first
     * @param done cases on which a substitute acted for him between the dates
     */
    public record Sheet(Absence absence, List<CaseLine> open, List<CaseLine> done, List<Confirmed> confirmed) {}

    private final Absences absences;
    private final HandoverStore store;
    private final CaseLists lists;
    private final SubstituteActs acts;
    private final LeaveNotes notes;
    private final InstantSource clock;

    Handovers(
            Absences absences,
            HandoverStore store,
            CaseLists lists,
            SubstituteActs acts,
            LeaveNotes notes,
            InstantSource clock) {
        this.absences = absences;
        this.store = store;
        this.lists = lists;
        this.acts = acts;
        this.notes = notes;
        this.clock = clock;
    }

    /** For both of them and for heads. @throws Problem 404 for everybody else */
    @Transactional(readOnly = true)
    public Sheet of(long id, SignedIn who) {
        Absence absence = absences.find(id);
        if (!concerns(absence, who) && !Absences.heads(who)) {
            throw Problem.notFound();
        }
        Actor reader = Actor.of(who);
        WorklistFilter open = WorklistFilter.of(Map.of("view", "open", "officer", absence.personId()), reader);
        List<String> numbers = lists.numbers(open, CaseLists.Order.DUE, MOST);
        Instant now = clock.instant();
        Instant until = absence.endsAt().isBefore(now) ? absence.endsAt() : now;
        List<String> done = absence.startsAt().isAfter(now)
                ? List.of()
                : acts.cases(absence.personId(), absence.startsAt(), until, MOST);
        return new Sheet(absence, lists.lines(numbers, reader, false), lists.lines(done, reader, false), store.of(id));
    }

    /** What stood on the list when this one of both confirmed it. */
    @Transactional
    public Sheet confirm(long id, Phase phase, SignedIn who) {
        Sheet sheet = of(id, who);
        if (!concerns(sheet.absence(), who)) {
            throw Problem.notFound();
        }
        Instant now = clock.instant();
        if (sheet.absence().state() != Absence.State.APPROVED) {
            throw Problem.conflict("请假还没有批准，批准以后才能交接。", Map.of());
        }
        if (phase == Phase.END && now.isBefore(sheet.absence().startsAt())) {
            throw Problem.conflict("请假还没有开始，还不能交回。", Map.of());
        }
        List<String> numbers = Stream.of(sheet.open(), phase == Phase.END ? sheet.done() : List.<CaseLine>of())
                .flatMap(List::stream)
                .map(CaseLine::caseNo)
                .distinct()
                .toList();
        if (!store.add(id, new Confirmed(phase, numbers, who.personId(), now))) {
            throw Problem.conflict("您已经确认过这份交接清单。", Map.of());
        }
        notes.confirmed(sheet.absence(), phase.name(), who.personId());
        return of(id, who);
    }

    private static boolean concerns(Absence absence, SignedIn who) {
        return absence.personId().equals(who.personId())
                || absence.substituteId().equals(who.personId());
    }
}
