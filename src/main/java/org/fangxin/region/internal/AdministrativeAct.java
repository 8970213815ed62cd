package org.fangxin.region.internal;

import org.fangxin.identity.AuditLog;
import org.springframework.transaction.support.TransactionOperations;

/** A change by an administrator: what it does and its audit record stand or fall together. */
public final class AdministrativeAct {
    private final TransactionOperations transactions;
    private final AuditLog audit;

    public AdministrativeAct(TransactionOperations transactions, AuditLog audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Does the work in one transaction with its record; codes only, as the audit log asks. */
    void take(String action, String agencyCode, Runnable work, String... details) {
        transactions.executeWithoutResult(status -> {
            work.run();
            audit.record(action, agencyCode, details);
        });
    }
}
