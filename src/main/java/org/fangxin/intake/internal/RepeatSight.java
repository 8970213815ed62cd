package org.fangxin.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.ReporterMatch.KnownBy;
import org.fangxin.casefile.Stage;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.EarlierReport;
import org.fangxin.intake.EarlierReport.SameRespondent;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What whoever is in charge of a report is told of earlier ones (Art. 35): those in his sight in full; of the others that his own
 * agency holds no more than number, day, stage and what is common. Neither story nor business nor reporter leaves here.
 */
@Component
public class RepeatSight {
    /** An earlier report that the asking investigator does not see. */
    public record Unseen(
            String caseNo,
            Instant receivedAt,
            Stage stage,
            Set<KnownBy> knownBy,
            @Nullable SameRespondent sameRespondent,
            boolean alike) {}

    public record Found(List<EarlierReport> seen, List<Unseen> unseen) {}

    private final RepeatSearch search;
    private final CaseFiles cases;
    private final Agencies agencies;
    private final AuditLog audit;

    RepeatSight(RepeatSearch search, CaseFiles cases, Agencies agencies, AuditLog audit) {
        this.search = search;
        this.cases = cases;
        this.agencies = agencies;
        this.audit = audit;
    }

    /**
     * Not within a transaction: each look has a scope of its own.
     *
     * @throws Problem 404 when the caller does not see the case
     */
    public Found of(String caseNo, SignedIn who) {
        List<EarlierReport> seen = search.of(caseNo);
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        if (!mayKnow(state, who)) {
            return new Found(seen, List.of());
        }
        Set<String> known = seen.stream().map(EarlierReport::caseNo).collect(Collectors.toSet());
        List<Unseen> unseen = Scopes.within(agencyOf(state, who), () -> search.of(caseNo)).stream()
                .filter(one -> !known.contains(one.caseNo()))
                .map(RepeatSight::less)
                .toList();
        unseen.forEach(one -> audit.record("REPEAT_TOLD", caseNo, "earlier=" + one.caseNo()));
        return new Found(seen, unseen);
    }

    /** Who verifies this report, in the agency that has it. */
    private boolean mayKnow(CaseState state, SignedIn who) {
        return state.kind() == Kind.REPORT
                && who.roles().contains(Role.INVESTIGATOR)
                && Actor.of(who).inCharge(state)
                && root(state.agency()).equals(root(who.agencyCode()));
    }

    /** As himself, so that what he is recused from stays untold. */
    private Scope agencyOf(CaseState state, SignedIn who) {
        return Scope.subtree(root(state.agency()), who.personId(), Scope.Reports.ALL);
    }

    private String root(String agency) {
        return agencies.actingFor(agency).code();
    }

    private static Unseen less(EarlierReport one) {
        return new Unseen(
                one.caseNo(),
                one.receivedAt(),
                one.stage(),
                one.knownBy(),
                one.sameRespondent(),
                one.likeness() >= RepeatSearch.ALIKE);
    }
}
