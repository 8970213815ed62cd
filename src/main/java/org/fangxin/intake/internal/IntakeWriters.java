package org.fangxin.intake.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.fangxin.database.Inserts;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.Origin;
import org.fangxin.intake.Receipt;
import org.fangxin.intake.internal.form.FormCheck;
import org.fangxin.intake.store.IdempotencyStore;
import org.fangxin.intake.store.IdempotencyStore.Claim;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plain submissions that arrive together are written and made durable together, by two writers. Nobody waits for company: a
 * writer takes what is there. When one of a group cannot be written, the group is undone and each is written alone, so that a
 * submission fails only by itself.
 */
@Component
public class IntakeWriters {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeWriters.class);
    private static final int WRITERS = 2;
    private static final int MOST_TOGETHER = 64;
    private static final int MOST_WAITING = 4_096;

    private final PlainOpening opening;
    private final IdempotencyStore keys;
    private final Inserts inserts;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final JsonMapper json;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger underway = new AtomicInteger();
    private final List<Thread> writers = new ArrayList<>();

    IntakeWriters(
            PlainOpening opening,
            IdempotencyStore keys,
            Inserts inserts,
            PlatformTransactionManager transactions,
            InstantSource clock,
            JsonMapper json,
            MeterRegistry meters) {
        Gauge.builder("fangxin.intake.waiting", underway, AtomicInteger::get)
                .description("Submissions that wait for their receipt")
                .register(meters);
        this.opening = opening;
        this.keys = keys;
        this.inserts = inserts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.json = json;
    }

    /**
     * What waits to be written.
     *
     * @param claim null without an Idempotency-Key
     * @param alone writes it by itself, and finds the earlier answer under its key
     */
    private record Waiting(
            PlainOpening.Plain plain,
            @Nullable Claim claim,
            Supplier<String> alone,
            CompletableFuture<String> answer) {}

    /** A submission with where it goes. */
    public PlainOpening.Plain plain(FormCheck.Checked checked, Origin origin, Instant receivedAt) {
        return opening.plain(checked, origin, receivedAt);
    }

    /** The receipt as JSON, once it is durable. Throws what writing it alone throws. */
    public String write(PlainOpening.Plain plain, @Nullable Claim claim, Supplier<String> alone) {
        start();
        Waiting waiting = new Waiting(plain, claim, alone, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            return alone.get();
        }
        underway.incrementAndGet();
        try {
            return waiting.answer().join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw failed;
            }
        } finally {
            underway.decrementAndGet();
        }
    }

    private synchronized void start() {
        while (writers.size() < WRITERS) {
            writers.add(Thread.ofPlatform().daemon().name("intake-writer").start(this::work));
        }
    }

    /** Whoever waits still gets his answer: requests end before this does. */
    @PreDestroy
    synchronized void stop() {
        writers.forEach(Thread::interrupt);
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Waiting> group = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(group, MOST_TOGETHER - 1);
                write(group);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> group) {
        // what is durable is told first: whatever becomes of the others may not take it back
        attempt(group).forEach((one, answer) -> one.answer().complete(answer));
        for (Waiting one : group) {
            if (!one.answer().isDone()) {
                alone(one, group);
            }
        }
    }

    /** Without a connection each of them alone would only wait for one too, one after the other. */
    private static void unreachable(List<Waiting> group, CannotCreateTransactionException fault) {
        group.forEach(one -> one.answer().completeExceptionally(fault));
    }

    /** The answers of those that are durable. A writer outlives whatever goes wrong here: others wait behind it. */
    private Map<Waiting, String> attempt(List<Waiting> group) {
        boolean[] written = {false};
        try {
            return Scopes.within(
                    Scope.SYSTEM,
                    () -> transaction.execute(status -> {
                        Map<Waiting, String> answers = together(group);
                        written[0] = true;
                        return answers;
                    }));
        } catch (CannotCreateTransactionException nowhere) {
            unreachable(group, nowhere);
            return Map.of();
        } catch (RuntimeException | Error undone) {
            // the words of a fault may quote what somebody wrote
            LOG.warn(
                    "A group of {} submissions is written one by one: {}",
                    group.size(),
                    undone.getClass().getName());
            if (written[0]) {
                unsure(group, undone);
            }
            return Map.of();
        }
    }

    /**
     * When the commit itself broke off nobody knows whether it held. Under a key a second try finds out; without one it could
     * make a second case, so the fault goes to the sender, who decides.
     */
    private static void unsure(List<Waiting> group, Throwable fault) {
        group.stream()
                .filter(one -> one.claim() == null)
                .forEach(one -> one.answer().completeExceptionally(fault));
    }

    private static void alone(Waiting one, List<Waiting> group) {
        try {
            one.answer().complete(one.alone().get());
        } catch (CannotCreateTransactionException nowhere) {
            unreachable(group, nowhere);
        } catch (RuntimeException | Error failed) {
            one.answer().completeExceptionally(failed);
        }
    }

    /** The answers of those that could be opened here; whoever comes under a key that was used is left out. */
    private Map<Waiting, String> together(List<Waiting> group) {
        Instant now = clock.instant();
        Set<Claim> unused = new HashSet<>(keys.unused(claims(group)));
        List<Waiting> fresh = group.stream()
                .filter(one -> one.claim() == null || unused.remove(one.claim()))
                .toList();
        return fresh.isEmpty() ? Map.of() : inserts.together(() -> written(fresh, now));
    }

    private Map<Waiting, String> written(List<Waiting> fresh, Instant now) {
        List<Receipt> receipts = opening.open(fresh.stream().map(Waiting::plain).toList(), now);
        Map<Waiting, String> answers = new IdentityHashMap<>();
        Map<Claim, String> kept = new IdentityHashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            String answer = json.writeValueAsString(receipts.get(i));
            answers.put(fresh.get(i), answer);
            Claim claim = fresh.get(i).claim();
            if (claim != null) {
                kept.put(claim, answer);
            }
        }
        keys.keep(kept, now);
        return answers;
    }

    /** One claim for each key: the second of two that came at once finds the answer of the first. */
    private static List<Claim> claims(List<Waiting> group) {
        Map<String, Claim> byKey = new LinkedHashMap<>();
        for (Waiting one : group) {
            if (one.claim() != null) {
                byKey.putIfAbsent(one.claim().id(), one.claim());
            }
        }
        return List.copyOf(byKey.values());
    }
}
