package org.fangxin.intake.internal.track;

import java.time.InstantSource;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.store.IdempotencyStore;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A call of the tracking page that is sent again because its answer was lost is done once. */
@Component
public class OnlyOnce {
    private static final int LONGEST_KEY = 200;
    private static final String DONE = "done";

    private final IdempotencyStore keys;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OnlyOnce(IdempotencyStore keys, PlatformTransactionManager transactions, InstantSource clock) {
        this.keys = keys;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Does the work in one transaction with its key; without a key, just does it. A key counts for one submission only.
     *
     * @throws Problem 422 when the key is malformed or was used for something else
     */
    public void with(@Nullable String key, Found submission, Object body, Runnable work) {
        if (key == null) {
            work.run();
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("Idempotency-Key", "length", "Idempotency-Key 应为 1 至 200 个字符。");
        }
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status ->
                        keys.once(submission.submissionNo() + " " + key, body.toString(), clock.instant(), () -> {
                            work.run();
                            return DONE;
                        })));
    }
}
