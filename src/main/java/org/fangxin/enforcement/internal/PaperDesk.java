package org.fangxin.enforcement.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.enforcement.PenaltyPaper;
import org.fangxin.enforcement.PenaltyPaper.Kind;
import org.fangxin.enforcement.internal.EvidencePaper.Listed;
import org.fangxin.enforcement.store.PaperStore;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.Statutes;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Printed papers at the desk: what there is, and lists of evidence when they are asked for. */
@Component
public class PaperDesk {
    private static final String DISPOSE = "penalty.registration.dispose";

    private final CaseFiles cases;
    private final PaperFacts facts;
    private final EvidencePaper evidence;
    private final PaperPress press;
    private final PaperStore store;
    private final Statutes statutes;
    private final InstantSource clock;

    PaperDesk(
            CaseFiles cases,
            PaperFacts facts,
            EvidencePaper evidence,
            PaperPress press,
            PaperStore store,
            Statutes statutes,
            InstantSource clock) {
        this.cases = cases;
        this.facts = facts;
        this.evidence = evidence;
        this.press = press;
        this.store = store;
        this.statutes = statutes;
        this.clock = clock;
    }

    /** @throws Problem 404 for a case that may not be seen */
    @Transactional(readOnly = true)
    public List<PenaltyPaper> of(String caseNo) {
        cases.find(caseNo).orElseThrow(Problem::notFound);
        return store.of(caseNo);
    }

    /** @throws Problem 404 for what is missing or may not be seen */
    @Transactional(readOnly = true)
    public PenaltyPaper find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    /** As it was printed. */
    @Transactional(readOnly = true)
    public byte[] pdf(long id) {
        return store.content(find(id));
    }

    /**
     * Prints a list of the evidence that is on no earlier list of its kind (PP 24, 34).
     *
     * @throws Problem 404 for a case that may not be seen, 409 when there is nothing new
     */
    @Transactional
    public List<PenaltyPaper> listEvidence(String caseNo, SignedIn who, boolean preserved) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        Kind kind = preserved ? Kind.PRESERVED_LIST : Kind.EVIDENCE_LIST;
        long after = store.of(caseNo).stream()
                .filter(one -> one.kind() == kind)
                .map(PenaltyPaper::throughSeq)
                .max(Comparator.naturalOrder())
                .orElse(0L);
        List<Listed> fresh = listed(caseNo, who, preserved).stream()
                .filter(one -> one.told().seq() > after)
                .toList();
        if (fresh.isEmpty()) {
            throw Problem.conflict(preserved ? "没有新的先行登记保存的证据。请先“登记证据”并勾选先行登记保存。" : "没有新登记的证据。请先“登记证据”。", Map.of());
        }
        Instant now = clock.instant();
        press.print(
                state,
                kind,
                fresh.getLast().told().seq(),
                who.personId(),
                now,
                evidence.parts(fresh, preserved, disposeBy(fresh)));
        return store.of(caseNo);
    }

    private List<Listed> listed(String caseNo, SignedIn who, boolean preserved) {
        return facts.of(caseNo, Actor.of(who)).stream()
                .filter(fact -> fact.entry() instanceof Entry.EvidenceListed)
                .map(fact -> new Listed((Entry.EvidenceListed) fact.entry(), fact.told()))
                .filter(one -> preserved == Boolean.TRUE.equals(one.entry().preserved()))
                .toList();
    }

    /** Seven working days from the first that is on the list (PP 35). */
    private LocalDate disposeBy(List<Listed> fresh) {
        ZonedDateTime first = fresh.stream()
                .map(one -> one.entry().collectedOn())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .atStartOfDay(Fields.ZONE);
        LocalDate due = statutes.due(DISPOSE, first.toInstant(), List.of()).dueOn();
        return due == null ? first.toLocalDate() : due;
    }
}
