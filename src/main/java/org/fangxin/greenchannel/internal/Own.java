package org.fangxin.greenchannel.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** One transaction under the sight that its work needs. */
@Component
public class Own {
    private final TransactionOperations transaction;

    Own(TransactionOperations transaction) {
        this.transaction = transaction;
    }

    /** The program's: after a door has told who may do the one thing that follows. */
    public <T> T program(Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }

    /** What rows say belongs to this person's merchant; no agency's range, no case. */
    public <T> T person(String personId, Supplier<T> work) {
        Scope scope = new Scope("", "", personId, Scope.Reports.NONE);
        return Objects.requireNonNull(Scopes.within(scope, () -> transaction.execute(status -> work.get())));
    }

    /** The caller's. */
    public <T> T caller(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
