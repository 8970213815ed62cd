package org.fangxin.intake.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.store.AttachmentStore;
import org.fangxin.intake.store.AttachmentStore.Stored;
import org.fangxin.intake.store.DraftStore;
import org.fangxin.intake.store.IdempotencyStore;
import org.fangxin.intake.store.ImportStore;
import org.fangxin.intake.store.TrackingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every hour: forgets used keys and old tries, deletes uploads that nobody handed in within a day and files of imports
 * that ended a month ago, and drafts that have run out.
 */
@Component
public class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration UPLOADS_WAIT = Duration.ofHours(24);
    private static final Duration IMPORTS_WAIT = Duration.ofDays(30);

    private final IdempotencyStore keys;
    private final TrackingStore tries;
    private final AttachmentStore attachments;
    private final ImportStore imports;
    private final DraftStore drafts;
    private final FileVault files;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Housekeeping(
            IdempotencyStore keys,
            TrackingStore tries,
            AttachmentStore attachments,
            ImportStore imports,
            DraftStore drafts,
            FileVault files,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.keys = keys;
        this.tries = tries;
        this.attachments = attachments;
        this.imports = imports;
        this.drafts = drafts;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void run() {
        Instant now = clock.instant();
        try {
            Scopes.within(
                    Scope.SYSTEM,
                    () -> transaction.executeWithoutResult(status -> {
                        keys.forget(now);
                        tries.forget(now);
                        drafts.expire(now);
                        imports.releaseFiles(now.minus(IMPORTS_WAIT));
                    }));
            deleteOrphans(now.minus(UPLOADS_WAIT));
        } catch (IOException failed) {
            LOG.error("Old uploads could not be deleted: {}", failed.getMessage());
        }
    }

    /** Rows first, then what no row knows: a crash between the two leaves work for the next hour, never a lost file. */
    void deleteOrphans(Instant before) throws IOException {
        List<String> gone =
                Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> attachments.deleteOrphans(before)));
        for (String id : gone) {
            files.delete(id);
        }
        List<String> old = files.olderThan(before);
        Set<String> known = new HashSet<>();
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    attachments.find(old).stream().map(Stored::id).forEach(known::add);
                    known.addAll(imports.filesAmong(old));
                }));
        for (String id : old) {
            if (!known.contains(id)) {
                files.delete(id);
            }
        }
    }
}
