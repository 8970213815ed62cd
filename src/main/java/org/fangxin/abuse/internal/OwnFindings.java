package org.fangxin.abuse.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.abuse.Finding;
import org.fangxin.abuse.Finding.Outcome;
import org.fangxin.abuse.store.FindingStore;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseHistory.Story;
import org.fangxin.casefile.Kind;
import org.fangxin.identity.AuditLog;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found about the person's own complaint, once it had an effect: the complaint was refused as none of a consumer
 * (Art. 16 (3)). The person is told, may appeal once, and sees what became of it. Runs in the program's own scope, after the
 * tracking code was checked.
 */
@Service
public class OwnFindings {
    private final CaseHistory histories;
    private final FindingStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    OwnFindings(CaseHistory histories, FindingStore store, AuditLog audit, InstantSource clock) {
        this.histories = histories;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first; what is shown for the first time is told from now on. */
    @Transactional
    public List<Finding> of(String caseNo, Actor person) {
        Story story = histories
                .of(caseNo, person)
                .filter(one -> one.state().kind() == Kind.COMPLAINT)
                .orElseThrow(Problem::notFound);
        boolean effect = Effects.refusedAsNoConsumer(story.told());
        List<Finding> shown = store.of(caseNo).stream()
                .filter(one -> one.toldAt() != null || (effect && one.outcome() != Outcome.LIFTED))
                .toList();
        shown.stream().filter(one -> one.toldAt() == null).forEach(one -> tell(caseNo, one));
        return shown;
    }

    /** @throws Problem 404 for a finding that the person was not told of, 409 for a second appeal */
    @Transactional
    public void appeal(String caseNo, Actor person, long findingId, String words) {
        if (of(caseNo, person).stream().noneMatch(one -> one.findingId() == findingId)) {
            throw Problem.notFound();
        }
        Finding held = store.hold(caseNo, findingId).orElseThrow(Problem::notFound);
        if (held.appeal() != null) {
            throw Problem.conflict("已经收到过申诉，请等复核结果。", Map.of());
        }
        store.appeal(findingId, words, person.id(), clock.instant());
        audit.record("ABUSE_APPEALED_BY_PERSON", caseNo, "finding=" + findingId);
    }

    private void tell(String caseNo, Finding one) {
        Instant now = clock.instant();
        store.told(one.findingId(), now);
        audit.record("ABUSE_FINDING_TOLD", caseNo, "finding=" + one.findingId());
    }
}
