package org.fangxin.rapid.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.NewCase;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.internal.Roster;
import org.fangxin.rapid.store.HintStore;
import org.fangxin.rapid.store.PromiseStore;
import org.fangxin.rapid.store.VisitStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One case with who is on duty for it, who was sent, and what they told. */
@Component
class CaseOnSite {
    private static final Duration RECENT = Duration.ofDays(3);

    record Whole(
            NewCase origin,
            List<String> onDuty,
            List<String> team,
            List<VisitStore.Visit> visits,
            List<HintStore.Hint> hints) {}

    private final CaseFiles cases;
    private final CasePapers papers;
    private final Roster roster;
    private final Stores stores;

    CaseOnSite(CaseFiles cases, CasePapers papers, Roster roster, Stores stores) {
        this.cases = cases;
        this.papers = papers;
        this.roster = roster;
        this.stores = stores;
    }

    /** The room's own tables. */
    @Component
    record Stores(PromiseStore promises, VisitStore visits, HintStore hints) {}

    @Transactional(readOnly = true)
    public void require(String caseNo) {
        cases.find(caseNo).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public Whole of(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        return new Whole(
                papers.origin(caseNo).orElseThrow(Problem::notFound),
                roster.now(state.agency()).stream()
                        .flatMap(shift -> shift.persons().stream())
                        .distinct()
                        .toList(),
                stores.promises().team(caseNo),
                stores.visits().ofCase(caseNo),
                stores.hints().ofCase(caseNo));
    }

    @Transactional(readOnly = true)
    public List<String> sentTo(String person, Instant now) {
        return stores.promises().sentTo(person, now.minus(RECENT)).stream()
                .filter(caseNo -> cases.find(caseNo)
                        .filter(state -> state.closedAt() == null)
                        .isPresent())
                .toList();
    }
}
