package org.fangxin.staffing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.OfficerLoads;
import org.fangxin.casefile.OfficerLoads.Load;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.store.AbsenceStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much in hand, and who is away. */
@Component
public class Workloads {
    private static final Set<Role> WORKERS = Set.of(Role.HANDLER, Role.INVESTIGATOR, Role.MEDIATOR);
    private static final Duration LATELY = Duration.ofDays(30);

    /**
     * One officer.
     *
     * @param absentDays days away in the last thirty, begun ones counted as whole
     */
    public record Line(Person person, Load load, long absentDays, boolean away) {}

    private final OfficerLoads loads;
    private final AbsenceStore absences;
    private final People people;
    private final InstantSource clock;

    Workloads(OfficerLoads loads, AbsenceStore absences, People people, InstantSource clock) {
        this.loads = loads;
        this.absences = absences;
        this.people = people;
        this.clock = clock;
    }

    /** The officers of the head's own subtree, the heaviest load first. */
    @Transactional(readOnly = true)
    public List<Line> of(SignedIn head) {
        Instant now = clock.instant();
        Map<String, Load> counted = loads.of(now);
        return people.officers(head.agencyCode()).stream()
                .filter(one -> one.roles().stream().anyMatch(WORKERS::contains) || counted.containsKey(one.personId()))
                .map(one -> line(one, counted.getOrDefault(one.personId(), Load.NONE), now))
                .sorted(Comparator.comparingDouble((Line line) -> -line.load().weight())
                        .thenComparing(line -> line.person().displayName()))
                .toList();
    }

    private Line line(Person person, Load load, Instant now) {
        List<Absence> lately = absences.touching(person.personId(), now.minus(LATELY), now.plusMillis(1)).stream()
                .filter(one -> one.state() == Absence.State.APPROVED)
                .toList();
        long days = lately.stream()
                .mapToLong(one -> days(
                        one.startsAt().isBefore(now.minus(LATELY)) ? now.minus(LATELY) : one.startsAt(),
                        one.endsAt().isBefore(now) ? one.endsAt() : now))
                .sum();
        return new Line(person, load, days, lately.stream().anyMatch(one -> one.runs(now)));
    }

    private static long days(Instant from, Instant to) {
        var first = from.atZone(Fields.ZONE).toLocalDate();
        var last = to.minusMillis(1).atZone(Fields.ZONE).toLocalDate();
        return Math.max(0, last.toEpochDay() - first.toEpochDay() + 1);
    }
}
