package org.fangxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whether the server takes connections: line 8 of its pid file says so, if the number in line 1 is the new server's. */
final class Readiness {
    /** Recovery after a power cut may take minutes on a slow disk; a server that has ended is known at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration END_PATIENCE = Duration.ofSeconds(50);
    private static final int STATUS_LINE = 7;
    private static final long LOOK_EVERY_MS = 20;

    private Readiness() {}

    /**
     * Waits until the server under this watching shell is ready.
     *
     * @return the server; null when it ended, with the shell ended too
     * @throws IOException when it is not ready within its time
     */
    static @Nullable ProcessHandle await(Path data, Process watcher) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                Optional<ProcessHandle> ready = ready(data, watcher);
                if (ready.isPresent()) {
                    return ready.get();
                }
                if (watcher.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                    return null;
                }
                if (ended(watcher)) {
                    end(watcher);
                    return null;
                }
            }
            end(watcher);
            throw new IOException("数据库在 " + PATIENCE.toMinutes() + " 分钟内没有就绪");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** A file that a killed server left says ready too: its number is not one of ours. */
    private static Optional<ProcessHandle> ready(Path data, Process watcher) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() <= STATUS_LINE || !lines.get(STATUS_LINE).strip().equals("ready")) {
            return Optional.empty();
        }
        String pid = lines.getFirst().strip();
        return watcher.descendants()
                .filter(process -> Long.toString(process.pid()).equals(pid))
                .findFirst();
    }

    /**
     * The watching shell outlives a server that failed: its {@code cat} alone is left then. What has only just been forked
     * is still a shell, so that a busy machine may take as long as it likes to begin.
     */
    private static boolean ended(Process watcher) {
        List<String> left = watcher.descendants()
                .flatMap(process -> process.info().command().stream())
                .toList();
        return !left.isEmpty() && left.stream().allMatch(command -> command.endsWith("/cat"));
    }

    private static void end(Process watcher) throws IOException, InterruptedException {
        watcher.getOutputStream().close();
        if (!watcher.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("数据库停不下来（进程 " + watcher.pid() + "）");
        }
    }
}
