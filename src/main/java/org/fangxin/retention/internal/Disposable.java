package org.fangxin.retention.internal;

import java.util.List;
import java.util.Objects;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.retention.Kept;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The due set as the people of an agency see it: numbers, kinds and days of all its files. Reports and sealed files among them, which no
 * archivist may open: their terms end too, and a number tells nothing of who and what.
 */
@Component
public class Disposable {
    private final DueSet due;
    private final Agencies agencies;
    private final TransactionTemplate reading;

    Disposable(DueSet due, Agencies agencies, PlatformTransactionManager transactions) {
        this.due = due;
        this.agencies = agencies;
        this.reading = new TransactionTemplate(transactions);
        // of its own: the asking transaction keeps its own sight
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.reading.setReadOnly(true);
    }

    /** @throws Problem 422 for the people of a 所, whose files the county keeps */
    public List<Kept> over(SignedIn who) {
        if (!agencies.actingFor(who.agencyCode()).code().equals(who.agencyCode())) {
            throw Problem.forbiddenByLaw("所的案卷由县级机关统一保管和销毁。请由县级机关的档案员和负责人办理。", List.of());
        }
        return Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM, () -> reading.execute(status -> due.over(who.agencyCode(), who.personId()))));
    }
}
