package org.fangxin.identity.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One transaction with the sight that its work needs. The scope is set before the transaction begins. */
@Component
public class InScope {
    private final TransactionOperations transaction;

    InScope(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /** Sign-in and the program's own work. */
    public <T> T everywhere(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> current(work));
    }

    /** An administrator's work: accounts of the own subtree; reports never. */
    public <T> T of(SignedIn administrator, Supplier<T> work) {
        Scope scope = Scope.subtree(administrator.agencyCode(), administrator.personId(), Scope.Reports.NONE);
        return Scopes.within(scope, () -> current(work));
    }

    /** The scope that the request already has. */
    public <T> T current(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
