package org.fangxin.staffing.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.OfficerLoads;
import org.fangxin.casefile.OfficerLoads.Load;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.staffing.AssignmentRule.Version;
import org.fangxin.staffing.internal.Ranking.Fit;
import org.fangxin.staffing.store.AbsenceStore;
import org.fangxin.staffing.store.WaitingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a case is proposed to by the rule of its unit, and why: never who is away, stepped aside or lacks the role. */
@Component
public class AssignmentProposals {
    /** Somebody who may take the case; {@code reasons} in Chinese, the first that counts first. */
    public record Candidate(Person person, Load load, List<String> reasons) {}

    /**
     * @param rule by which it was made
     * @param passedOver who would be fit but is away, or stepped aside: a sentence each
     * @param waiting why the case still lies in the unit's queue although the rule assigns there; null when it does not
     */
    public record Proposal(
            Version rule,
            List<Candidate> candidates,
            List<String> passedOver,
            @Nullable String waiting) {}

    private final CaseFiles cases;
    private final CasePapers papers;
    private final OfficerLoads loads;
    private final Staff staff;
    private final AssignmentRules rules;
    private final WaitingStore waiting;

    AssignmentProposals(
            CaseFiles cases,
            CasePapers papers,
            OfficerLoads loads,
            Staff staff,
            AssignmentRules rules,
            WaitingStore waiting) {
        this.cases = cases;
        this.papers = papers;
        this.loads = loads;
        this.staff = staff;
        this.rules = rules;
        this.waiting = waiting;
    }

    /** Who works in an agency, and who of them is away now. */
    @Component
    static class Staff {
        private final People people;
        private final Agencies agencies;
        private final AbsenceStore absences;
        private final InstantSource clock;

        Staff(People people, Agencies agencies, AbsenceStore absences, InstantSource clock) {
            this.people = people;
            this.agencies = agencies;
            this.absences = absences;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        /** The agency in whose name the unit acts. */
        String root(String agency) {
            return agencies.actingFor(agency).code();
        }

        /** Those with the role who act in the same name. */
        List<Person> with(Role role, String agency) {
            String root = root(agency);
            return people.officers(root).stream()
                    .filter(one -> one.roles().contains(role))
                    .filter(one -> root(one.agencyCode()).equals(root))
                    .toList();
        }

        boolean away(String person) {
            Instant now = clock.instant();
            return absences.touching(person, now, now.plusMillis(1)).stream().anyMatch(one -> one.runs(now));
        }
    }

    /** @throws Problem 404 not seen */
    @Transactional(readOnly = true)
    public Proposal propose(String caseNo) {
        return of(cases.find(caseNo).orElseThrow(Problem::notFound));
    }

    /** The same for a state that was found already, within the thread's scope. */
    Proposal of(CaseState state) {
        Role needed = state.kind() == Kind.REPORT ? Role.INVESTIGATOR : Role.HANDLER;
        Map<String, Load> counted = loads.of(staff.now());
        List<String> passedOver = new ArrayList<>();
        List<Fit> fit = new ArrayList<>();
        for (Person one : staff.with(needed, state.agency())) {
            if (state.recused().contains(one.personId())) {
                passedOver.add(one.displayName() + "已回避本案");
            } else if (staff.away(one.personId())) {
                passedOver.add(one.displayName() + "正在请假");
            } else {
                fit.add(new Fit(one, counted.getOrDefault(one.personId(), Load.NONE)));
            }
        }
        Version rule = rules.forCaseOf(state.agency());
        Ranking ranking = new Ranking(rule.rule(), matter(state), waiting.turns(staff.root(state.agency())));
        return new Proposal(
                rule,
                ranking.order(fit).stream()
                        .map(one -> candidate(one, fit, ranking, needed))
                        .toList(),
                List.copyOf(passedOver),
                waiting.why(state.caseNo()).orElse(null));
    }

    private static Candidate candidate(Fit one, List<Fit> fit, Ranking ranking, Role needed) {
        List<String> reasons = new ArrayList<>(ranking.reasons(one, fit));
        reasons.add("有“" + needed.chinese() + "”职责，今天在岗");
        return new Candidate(one.person(), one.load(), List.copyOf(reasons));
    }

    private Ranking.Matter matter(CaseState state) {
        Set<String> matters = new LinkedHashSet<>();
        NewCase.Narrative narrative =
                papers.origin(state.caseNo()).map(NewCase::narrative).orElse(null);
        if (narrative == null) {
            return new Ranking.Matter(state.agency(), matters, null);
        }
        if (narrative.goodsCode() != null) {
            matters.add("GOODS:" + narrative.goodsCode());
        }
        if (narrative.problemCode() != null) {
            matters.add("PROBLEM:" + narrative.problemCode());
        }
        return new Ranking.Matter(state.agency(), matters, narrative.merchant().regionCode());
    }
}
