package org.fangxin.merchant.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.merchant.store.ExtractJobStore;
import org.fangxin.merchant.store.ExtractJobStore.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One extract after the other, in the background; what a stopped program left is gone on with. */
@Component
public class ExtractWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ExtractWorker.class);
    /** A portion takes seconds: what nobody wrote to for so long, nobody is at. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(3);

    private static final int LONGEST_NAME = 120;

    private final ExtractRun run;
    private final ExtractJobStore store;
    private final ExtractFolder folder;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("extract").daemon().factory());
    private volatile boolean running;

    @Value("${fangxin.command:}")
    private String command = "";

    ExtractWorker(
            ExtractRun run,
            ExtractJobStore store,
            ExtractFolder folder,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.run = run;
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Keeps the file and comes back at once; the rows are taken in afterwards. */
    public Job start(String agency, String fileName, String by, InputStream file) throws IOException {
        String id = UUID.randomUUID().toString();
        String plain = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
        String shown = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        folder.keep(id, file);
        Job job = Objects.requireNonNull(transaction.execute(status -> {
            store.add(id, agency, shown, by, clock.instant());
            return store.find(id).orElseThrow();
        }));
        queue(id);
        return job;
    }

    /** Waits until what was queued so far is over. */
    public void settle() {
        try {
            worker.submit(() -> {}).get();
        } catch (ExecutionException | InterruptedException stopped) {
            throw new IllegalStateException("an extract was interrupted", stopped);
        }
    }

    private void queue(String id) {
        worker.execute(() -> {
            try {
                run.run(id);
            } catch (RuntimeException failed) {
                // it stays RUNNING and is gone on with; a database's message may quote a row
                LOG.error("Extract {} broke off: {}", id, failed.getClass().getName());
            }
        });
    }

    @Scheduled(fixedDelayString = "${fangxin.merchant.resume-every-ms:60000}", initialDelay = 10_000)
    void resume() {
        if (command.isEmpty()) {
            List<String> left = Scopes.within(
                    Scope.SYSTEM,
                    () -> Objects.requireNonNull(transaction.execute(
                            status -> store.takeOver(clock.instant().minus(LEFT_ALONE), clock.instant()))));
            left.forEach(this::queue);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        worker.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
