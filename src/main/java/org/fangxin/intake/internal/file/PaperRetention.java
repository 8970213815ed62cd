package org.fangxin.intake.internal.file;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.fangxin.casefile.IdentityPapers;
import org.fangxin.casefile.IdentityPapers.Expired;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every hour: deletes the content of proofs of identity whose time is over; that it was kept, and until when, stays. */
@Component
public class PaperRetention {
    private static final Logger LOG = LoggerFactory.getLogger(PaperRetention.class);

    private final IdentityPapers papers;
    private final FileVault vault;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    PaperRetention(
            IdentityPapers papers,
            FileVault vault,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.papers = papers;
        this.vault = vault;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    public void run() {
        try {
            purge(clock.instant());
        } catch (IOException failed) {
            LOG.error("Proofs of identity could not be deleted: {}", failed.getMessage());
        }
    }

    /** The content first: a crash in between deletes once more in the next hour, and never says gone of what is there. */
    public void purge(Instant now) throws IOException {
        List<Expired> over = Objects.requireNonNull(
                Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> papers.expired(now))));
        for (Expired paper : over) {
            vault.delete(paper.attachmentId());
            Scopes.within(
                    Scope.SYSTEM,
                    () -> transaction.executeWithoutResult(status -> {
                        papers.purged(paper, now);
                        audit.record("IDENTITY_PAPER_PURGED", paper.attachmentId(), "case=" + paper.caseNo());
                    }));
        }
    }
}
