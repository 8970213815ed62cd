package org.fangxin.abuse.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.abuse.Factor;
import org.fangxin.abuse.Finding;
import org.fangxin.abuse.Finding.Outcome;
import org.fangxin.abuse.store.FindingStore;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseHistory.Story;
import org.fangxin.identity.AuditLog;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person found and why; the words said against it; the review by somebody who had no part in either. None of it ends,
 * refuses or pauses a case.
 */
@Service
public class Findings {
    private static final int MOST_WAITING = 50;

    private final CaseFiles cases;
    private final CaseHistory histories;
    private final FindingStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    Findings(CaseFiles cases, CaseHistory histories, FindingStore store, AuditLog audit, InstantSource clock) {
        this.cases = cases;
        this.histories = histories;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Finding> of(String caseNo) {
        seen(caseNo);
        return store.of(caseNo);
    }

    /** Appeals within sight that this person may review as far as the findings tell, the oldest first. */
    @Transactional(readOnly = true)
    public List<Finding> waiting(String by) {
        return store.waiting(by, MOST_WAITING);
    }

    @Transactional
    public void find(String caseNo, List<Factor> factors, String reasons, String by) {
        seen(caseNo);
        store.add(caseNo, factors.stream().map(Factor::name).distinct().toList(), reasons, by, clock.instant());
        audit.record("ABUSE_FOUND", caseNo, "factors=" + factors.size());
    }

    @Transactional
    public void appeal(String caseNo, long findingId, String words, String by) {
        if (held(caseNo, findingId).appeal() != null) {
            throw Problem.conflict("已经登记过申诉，请等复核结果。", Map.of());
        }
        store.appeal(findingId, words, by, clock.instant());
        audit.record("ABUSE_APPEALED", caseNo, "finding=" + findingId);
    }

    @Transactional
    public void decide(String caseNo, long findingId, Outcome outcome, String reasons, String by) {
        Finding finding = held(caseNo, findingId);
        if (finding.appeal() == null) {
            throw Problem.conflict("还没有登记申诉，不用复核。", Map.of());
        }
        if (finding.outcome() != null) {
            throw Problem.conflict("已经复核过：" + finding.outcome().chinese() + "。", Map.of());
        }
        if (by.equals(finding.foundBy()) || by.equals(finding.appealedBy())) {
            throw Problem.invalid("outcome", "same-person", "认定的人和登记申诉的人不能复核，请由另一位负责人复核。");
        }
        if (hadPart(caseNo, by)) {
            throw Problem.invalid("outcome", "had-part", "您承办或者决定过这件投诉，不能复核，请由另一位负责人复核。");
        }
        store.decide(findingId, outcome, reasons, by, clock.instant());
        audit.record("ABUSE_REVIEWED", caseNo, "finding=" + findingId + "/" + outcome);
    }

    private boolean hadPart(String caseNo, String by) {
        Story story = histories.of(caseNo, Actor.SYSTEM).orElseThrow(Problem::notFound);
        return story.state().handlers().contains(by)
                || Effects.deciders(story.told()).contains(by);
    }

    private Finding held(String caseNo, long findingId) {
        seen(caseNo);
        return store.hold(caseNo, findingId).orElseThrow(Problem::notFound);
    }

    private void seen(String caseNo) {
        cases.find(caseNo).orElseThrow(Problem::notFound);
    }
}
