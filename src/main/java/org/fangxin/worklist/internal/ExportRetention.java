package org.fangxin.worklist.internal;

import java.time.InstantSource;
import java.util.Objects;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.worklist.store.ExportStore;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was asked for a week ago is deleted; the audit log alone remembers it. */
@Component
public class ExportRetention {
    private final ExportStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ExportRetention(ExportStore store, AuditLog audit, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT9M")
    public void run() {
        purge();
    }

    /** Says how many. */
    public int purge() {
        return Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM.leading(),
                () -> transaction.execute(status -> {
                    int gone = store.purge(clock.instant());
                    if (gone > 0) {
                        audit.record("EXPORTS_PURGED", "", "count=" + gone);
                    }
                    return gone;
                })));
    }
}
