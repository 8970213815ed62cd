package org.fangxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether the server takes connections: line 8 of its pid file says so. */
final class Readiness {
    private static final int STATUS_LINE = 7;
    private static final long LOOK_EVERY_MS = 20;

    private Readiness() {}

    /** Waits until ready; false when the process ended or the time is over. */
    static boolean await(Path data, Process process, long deadlineNanos) throws IOException {
        try {
            while (System.nanoTime() < deadlineNanos) {
                if (ready(data)) {
                    return true;
                }
                // the watcher shell outlives a server that failed: only its own pid file tells
                if (process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (failed(data, process)) {
                    process.getOutputStream().close();
                    process.waitFor();
                    return false;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static boolean ready(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
    }

    private static boolean failed(Path data, Process process) {
        boolean noServer = process.descendants().noneMatch(ServerPrograms::isServer);
        boolean old = process.info()
                .startInstant()
                .map(start -> java.time.Duration.between(
                                        start, java.time.InstantSource.system().instant())
                                .toMillis()
                        > 500)
                .orElse(false);
        return old && noServer;
    }
}
