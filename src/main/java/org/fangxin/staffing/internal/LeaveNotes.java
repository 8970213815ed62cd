package org.fangxin.staffing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.notice.DeskNotes;
import org.fangxin.region.Agencies;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.store.AbsenceStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is said on the desk about leave: to who decides, to both when it was decided, when it begins, ends and is handed over. */
@Component
class LeaveNotes {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(Fields.ZONE);
    private static final Duration LATELY = Duration.ofDays(2);
    private static final Set<Role> HEADING = EnumSet.of(Role.UNIT_HEAD, Role.LEADER);

    private final AbsenceStore absences;
    private final DeskNotes notes;
    private final People people;
    private final Agencies agencies;
    private final Rounds rounds;

    @Value("${fangxin.command:}")
    private String command = "";

    LeaveNotes(AbsenceStore absences, DeskNotes notes, People people, Agencies agencies, Rounds rounds) {
        this.absences = absences;
        this.notes = notes;
        this.people = people;
        this.agencies = agencies;
        this.rounds = rounds;
    }

    /** The program's own look at what began and ended. */
    @Component
    static class Rounds {
        private final TransactionTemplate transaction;
        private final InstantSource clock;

        Rounds(TransactionTemplate transaction, InstantSource clock) {
            this.transaction = transaction;
            this.clock = clock;
        }

        List<Absence> lately(AbsenceStore absences) {
            Instant now = clock.instant();
            return Scopes.within(
                    Scope.SYSTEM,
                    () -> Objects.requireNonNull(
                            transaction.execute(status -> absences.turning(now.minus(LATELY), now))));
        }

        Instant now() {
            return clock.instant();
        }
    }

    /** To those who may decide: of a head's leave to leaders alone. */
    void asked(Absence absence) {
        String root = agencies.actingFor(absence.agency()).code();
        boolean headAway = people.find(absence.personId())
                .filter(one -> one.roles().stream().anyMatch(HEADING::contains))
                .isPresent();
        Set<Role> may = headAway ? EnumSet.of(Role.LEADER) : HEADING;
        List<String> deciders = Scopes.within(Scope.SYSTEM, () -> people.officers(root)).stream()
                .filter(one -> one.roles().stream().anyMatch(may::contains))
                .filter(one -> one.agencyCode().equals(absence.agency())
                        || one.agencyCode().equals(root))
                .map(Person::personId)
                .filter(one -> !concerns(absence).toList().contains(one))
                .toList();
        tell(deciders, absence, "leave-asked");
    }

    void decided(Absence absence) {
        boolean yes = absence.state() == Absence.State.APPROVED;
        tell(List.of(absence.personId()), absence, yes ? "leave-approved" : "leave-refused");
        if (yes) {
            tell(List.of(absence.substituteId()), absence, "leave-substitute");
        }
    }

    /** To the other of both. */
    void confirmed(Absence absence, String phase, String by) {
        List<String> others = concerns(absence).filter(one -> !one.equals(by)).toList();
        tell(others, absence, phase.equals("START") ? "handover-taken" : "handover-returned");
    }

    @Scheduled(fixedDelayString = "${fangxin.staffing.leave-every-ms:60000}", initialDelay = 30_000)
    void regularly() {
        if (command.isEmpty()) {
            sweep();
        }
    }

    /** What began or ended in the last two days; each is told once. */
    void sweep() {
        Instant now = rounds.now();
        for (Absence absence : rounds.lately(absences)) {
            boolean over = !absence.endsAt().isAfter(now);
            tell(concerns(absence).toList(), absence, over ? "leave-ends" : "leave-starts");
        }
    }

    private void tell(List<String> persons, Absence absence, String matter) {
        Map<String, String> facts =
                Map.of("from", WHEN.format(absence.startsAt()), "to", WHEN.format(absence.endsAt()));
        notes.tell(persons, "absence-" + absence.id(), matter, facts);
    }

    private static Stream<String> concerns(Absence absence) {
        return Stream.of(absence.personId(), absence.substituteId());
    }
}
