package org.fangxin.intake.internal.bulk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.store.ImportStore;
import org.fangxin.intake.store.ImportStore.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One import after the other, in the background; what was running when the program stopped goes on at its start. */
@Component
public class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final ImportRun run;
    private final ImportStore imports;
    private final TransactionTemplate transaction;
    private final boolean command;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon().factory());
    private volatile boolean running;

    ImportWorker(
            ImportRun run,
            ImportStore imports,
            PlatformTransactionManager transactions,
            @Value("${fangxin.command:}") String command) {
        this.run = run;
        this.imports = imports;
        this.transaction = new TransactionTemplate(transactions);
        this.command = !command.isEmpty();
    }

    /** Queues an import and comes back at once. */
    public void queue(String importId) {
        worker.execute(() -> runNow(importId));
    }

    /** Runs an import to its end in the calling thread. */
    public void runNow(String importId) {
        try {
            run.run(importId);
        } catch (RuntimeException failed) {
            // it stays RUNNING: the next start goes on where it stands; a database's message may quote a row
            LOG.error("Import {} broke off: {}", importId, failed.getClass().getName());
        }
    }

    /** Goes on with what was running; a command of its own leaves that to the program. */
    @EventListener(ApplicationReadyEvent.class)
    public void resume() {
        if (!command) {
            Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> imports.running())).stream()
                    .map(Job::id)
                    .forEach(this::queue);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        run.stop();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(15, java.util.concurrent.TimeUnit.SECONDS)) {
                LOG.warn("An import is still at work; it goes on at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
