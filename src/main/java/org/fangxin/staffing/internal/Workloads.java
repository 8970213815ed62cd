package org.fangxin.staffing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.OfficerLoads;
import org.fangxin.casefile.OfficerLoads.Load;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.store.AbsenceStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has how much in hand, and whom a new case is proposed to, with reasons; a head decides. */
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

    /** Somebody who may take the case; {@code reasons} in Chinese, the first that counts first. */
    public record Candidate(Person person, Load load, List<String> reasons) {}

    /** @param passedOver who would be fit but is away, or stepped aside: a sentence each */
    public record Proposal(List<Candidate> candidates, List<String> passedOver) {}

    private final OfficerLoads loads;
    private final AbsenceStore absences;
    private final People people;
    private final CaseFiles cases;
    private final Agencies agencies;
    private final InstantSource clock;

    Workloads(
            OfficerLoads loads,
            AbsenceStore absences,
            People people,
            CaseFiles cases,
            Agencies agencies,
            InstantSource clock) {
        this.loads = loads;
        this.absences = absences;
        this.people = people;
        this.cases = cases;
        this.agencies = agencies;
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

    /** Never somebody who is away or stepped aside; the lightest load first. @throws Problem 404 not seen */
    @Transactional(readOnly = true)
    public Proposal propose(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        Role needed = state.kind() == Kind.REPORT ? Role.INVESTIGATOR : Role.HANDLER;
        Map<String, Load> counted = loads.of(now);
        List<String> passedOver = new ArrayList<>();
        List<Line> fit = new ArrayList<>();
        String root = agencies.actingFor(state.agency()).code();
        for (Person one : people.officers(root)) {
            if (!one.roles().contains(needed) || !ofHolder(one, root)) {
                continue;
            }
            Line line = line(one, counted.getOrDefault(one.personId(), Load.NONE), now);
            if (state.recused().contains(one.personId())) {
                passedOver.add(one.displayName() + "已回避本案");
            } else if (line.away()) {
                passedOver.add(one.displayName() + "正在请假");
            } else {
                fit.add(line);
            }
        }
        fit.sort(Comparator.comparing((Line line) -> !line.person().agencyCode().equals(state.agency()))
                .thenComparingDouble(line -> line.load().weight())
                .thenComparing(line -> line.person().displayName())
                .thenComparing(line -> line.person().personId()));
        return new Proposal(
                fit.stream().map(line -> candidate(line, fit, needed, state)).toList(), List.copyOf(passedOver));
    }

    private boolean ofHolder(Person person, String root) {
        return agencies.actingFor(person.agencyCode()).code().equals(root);
    }

    private static Candidate candidate(Line line, List<Line> fit, Role needed, CaseState state) {
        long heavier = fit.stream()
                .filter(other -> other.load().weight() > line.load().weight())
                .count();
        List<String> reasons = new ArrayList<>();
        if (line.person().agencyCode().equals(state.agency())) {
            reasons.add("就在本件所在的机关、派出机构");
        }
        reasons.add("在办 " + line.load().open() + " 件，其中超期 " + line.load().overdue() + " 件；"
                + (heavier == 0 ? "没有人比他更多" : "比 " + heavier + " 个人少"));
        reasons.add("有“" + needed.chinese() + "”职责，今天在岗");
        return new Candidate(line.person(), line.load(), reasons);
    }
}
