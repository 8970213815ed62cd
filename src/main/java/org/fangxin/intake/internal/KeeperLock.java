package org.fangxin.intake.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.fangxin.cipher.WrongPassphrase;
import org.fangxin.identity.AuditLog;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** Lets a keeper try his pass-phrase: each wrong one is in the audit log, after five within a quarter of an hour he waits. */
@Component
public class KeeperLock {
    private static final int MOST = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Map<String, Deque<Instant>> wrong = new ConcurrentHashMap<>();
    private final AuditLog audit;
    private final InstantSource clock;

    KeeperLock(AuditLog audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Does what needs the pass-phrase.
     *
     * @param field name of the request's field that holds it
     * @throws Problem 422 when it is wrong, 429 after too many wrong ones
     */
    public <T> T trying(String keeper, String field, Supplier<T> work) {
        requireFree(keeper);
        try {
            T done = work.get();
            wrong.remove(keeper);
            return done;
        } catch (WrongPassphrase refused) {
            wrong.computeIfAbsent(keeper, one -> new ArrayDeque<>()).addLast(clock.instant());
            audit.record("REPORTER_KEY_REFUSED", "");
            throw Problem.invalid(field, "wrong", "口令不对，没有打开。请核对大小写和短横线，再输一遍。");
        }
    }

    private void requireFree(String keeper) {
        Deque<Instant> tries = wrong.getOrDefault(keeper, new ArrayDeque<>());
        Instant now = clock.instant();
        tries.removeIf(at -> at.plus(WINDOW).isBefore(now));
        if (tries.size() >= MOST) {
            throw new Problem(
                    429, "too-many-requests", "太频繁", "口令连错五次，请过一刻钟再试。", List.of(), Map.of(Problem.RETRY_AFTER, (int)
                            WINDOW.toSeconds()));
        }
    }
}
