package org.fangxin.intake;

import java.util.Optional;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.store.SubmissionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the author of a case agreed to when it was brought, for the room that prints it on the registration sheet. */
@Component
public class GivenConsents {
    /**
     * @param disclosure to publication without the person's identity
     * @param entrustedMediation to mediation by a consumer association or another lawful body (Art. 19)
     */
    public record Given(boolean disclosure, boolean entrustedMediation) {}

    private final SubmissionStore store;
    private final TransactionTemplate transaction;

    GivenConsents(SubmissionStore store, PlatformTransactionManager transactions) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    /**
     * Empty when nobody was asked: the case was imported, or came of another case. The caller has shown that the case is in
     * the reader's sight.
     */
    public Optional<Given> of(String caseNo) {
        return Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> store.consents(caseNo)));
    }
}
