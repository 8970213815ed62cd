package org.fangxin.identity.internal;

import java.time.Instant;
import java.util.List;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.store.AuditStore;
import org.springframework.stereotype.Component;

/** What an auditor sees of the log: the records of the own subtree. */
@Component
public class ReadAudit {
    /** A page, newest first, and how many there are in the period, counted up to a limit. */
    public record Found(List<AuditRecord> entries, long total) {}

    private final InScope inScope;
    private final AuditStore store;

    ReadAudit(InScope inScope, AuditStore store) {
        this.inScope = inScope;
        this.store = store;
    }

    public Found find(SignedIn auditor, Instant from, Instant to, long before, int limit, int most) {
        return inScope.of(auditor, () -> new Found(store.page(from, to, before, limit), store.count(from, to, most)));
    }
}
