package org.fangxin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The tests' scheduler: readers of the journal run by themselves, senders, recorders and sweeps when a test moves them. A
 * round of the program's own in the same moment holds rows that the test's round passes over, and the test would look before
 * that one is done.
 */
@Component("taskScheduler")
class ReadersByThemselves extends ThreadPoolTaskScheduler {
    private static final String READERS = "org.fangxin.casefile.store.Readers.";

    @Override
    public @Nullable ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant first, Duration pause) {
        return task.toString().startsWith(READERS) ? super.scheduleWithFixedDelay(task, first, pause) : null;
    }

    @Override
    public @Nullable ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration pause) {
        return task.toString().startsWith(READERS) ? super.scheduleWithFixedDelay(task, pause) : null;
    }
}
