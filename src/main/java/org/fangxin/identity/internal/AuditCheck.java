package org.fangxin.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fangxin.cipher.Chain;
import org.fangxin.identity.AuditLog.Rollback;
import org.fangxin.identity.AuditLog.Verdict;
import org.fangxin.identity.store.AuditStore;
import org.fangxin.identity.store.AuditStore.Head;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the whole audit log: each record against the one before, the last against the head, the past against the checkpoints. */
@Component
public class AuditCheck {
    private static final int PAGE = 5_000;
    private static final long CHECKPOINT_MS = 600_000;

    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);

    private final InScope inScope;
    private final AuditStore store;
    private final Chain chain;
    private final AuditCheckpoints checkpoints;

    AuditCheck(InScope inScope, AuditStore store, Chain chain, AuditCheckpoints checkpoints) {
        this.inScope = inScope;
        this.store = store;
        this.chain = chain;
        this.checkpoints = checkpoints;
    }

    /** What fits, and the first record that does not. */
    public Verdict verify() {
        try {
            return verify(checkpoints.all());
        } catch (CheckpointForged forged) {
            LOG.error("{}", forged.getMessage());
            return new Verdict(0, Optional.of(forged.seq()));
        }
    }

    private Verdict verify(Map<Long, String> known) {
        long newest = known.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
        return inScope.everywhere(() -> {
            Head head = store.head();
            long last = Math.max(head.seq(), newest);
            Walk walk = new Walk(known);
            while (walk.seq < last) {
                List<AuditRecord> page = store.after(walk.seq, PAGE);
                if (page.isEmpty() || !page.stream().allMatch(walk::step)) {
                    return walk.broken();
                }
            }
            // the log may have grown past the head that was read; what follows is for the next look
            boolean ends = walk.seq > head.seq() || walk.link.equals(head.link());
            return ends ? new Verdict(walk.seq, Optional.empty()) : walk.broken();
        });
    }

    /** After the database was put back: what was noted of records that it no longer has is kept apart. */
    public Optional<Rollback> setAside() {
        return inScope.everywhere(() -> {
            Head head = store.head();
            Map<Long, String> known = checkpoints.all();
            // one that differs is no matter of putting back: it stays, and is found
            TreeMap<Long, String> gone = new TreeMap<>(known);
            gone.headMap(head.seq(), true).clear();
            return gone.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Rollback(head.seq(), gone.lastKey(), checkpoints.setAside(gone)));
        });
    }

    /** Notes the present head outside the database. */
    @Scheduled(fixedDelay = CHECKPOINT_MS, initialDelay = CHECKPOINT_MS)
    public void note() {
        checkpoints.add(inScope.everywhere(store::head));
    }

    /** How far the records fit. */
    private final class Walk {
        private final Map<Long, String> known;
        private long seq;
        private String link = Chain.START;

        Walk(Map<Long, String> known) {
            this.known = known;
        }

        boolean step(AuditRecord entry) {
            boolean fits = entry.seq() == seq + 1
                    && chain.holds(link, entry.content(), entry.link())
                    && known.getOrDefault(entry.seq(), entry.link()).equals(entry.link());
            if (fits) {
                seq = entry.seq();
                link = entry.link();
            }
            return fits;
        }

        Verdict broken() {
            return new Verdict(seq, Optional.of(seq + 1));
        }
    }
}
