package org.fangxin.retention.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Stage;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.retention.Hold;
import org.fangxin.retention.store.HoldStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holding a case back and letting it go again, each with its reason; within the sight of who does it. */
@Component
public class Holds {
    private final HoldStore store;
    private final Disposable disposable;
    private final CaseFiles cases;
    private final AuditLog audit;
    private final InstantSource clock;

    Holds(HoldStore store, Disposable disposable, CaseFiles cases, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.disposable = disposable;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Hold> of(String agency) {
        return store.of(agency);
    }

    /** @throws Problem 404 out of sight or not archived, 409 held already */
    @Transactional
    public void place(String caseNo, String reason, SignedIn who) {
        boolean own =
                disposable.over(who).stream().anyMatch(kept -> kept.caseNo().equals(caseNo))
                        || cases.find(caseNo).filter(state -> holds(state, who)).isPresent();
        if (!own) {
            throw Problem.notFound();
        }
        if (!store.add(caseNo, who.agencyCode(), reason, who.personId(), clock.instant())) {
            throw Problem.conflict("这件已经暂缓销毁，不用再登记。", Map.of());
        }
        audit.record("DISPOSAL_HELD", caseNo);
    }

    /** @throws Problem 404 unknown, 409 lifted before */
    @Transactional
    public void lift(long holdId, String why, SignedIn who) {
        Hold hold = store.find(holdId)
                .filter(one -> one.agency().equals(who.agencyCode()))
                .orElseThrow(Problem::notFound);
        if (!store.lift(holdId, who.personId(), why, clock.instant())) {
            throw Problem.conflict("这件的暂缓已经解除过。", Map.of());
        }
        audit.record("DISPOSAL_HOLD_LIFTED", hold.caseNo());
    }

    private static boolean holds(CaseState state, SignedIn who) {
        return state.stage() == Stage.ARCHIVED
                && !state.flags().contains(Flag.DISPOSED)
                && state.agency().startsWith(who.agencyCode());
    }
}
