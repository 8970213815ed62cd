package org.fangxin.intake.internal.track;

import java.util.Optional;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.TrackingCodes;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.store.SubmissionStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link TrackingCodes} by the submission of the case; holding a code is asked in the program's own scope. */
@Component
class CaseTracking implements TrackingCodes {
    private static final int MISSING = 404;

    private final SubmissionStore submissions;
    private final TrackingCheck check;
    private final TransactionTemplate apart;

    CaseTracking(SubmissionStore submissions, TrackingCheck check, PlatformTransactionManager transactions) {
        this.submissions = submissions;
        this.check = check;
        // an officer's transaction keeps the officer's scope, and submissions are the program's alone
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public boolean given(String caseNo) {
        return Boolean.TRUE.equals(Scopes.within(
                Scope.SYSTEM,
                () -> apart.execute(
                        status -> submissions.trackedSubmissionOf(caseNo).isPresent())));
    }

    @Override
    public boolean holds(String caseNo, String code, String address) {
        Optional<String> no = submissions.trackedSubmissionOf(caseNo);
        if (no.isEmpty()) {
            return false;
        }
        try {
            check.require(no.get(), code, address);
            return true;
        } catch (RateLimits.TooOften tooOften) {
            throw tooOften.problem();
        } catch (Problem wrong) {
            if (wrong.status() == MISSING) {
                return false;
            }
            throw wrong;
        }
    }
}
