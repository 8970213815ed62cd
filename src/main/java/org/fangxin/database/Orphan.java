package org.fangxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that an earlier, killed run may have left behind, as its pid file tells. */
record Orphan(long pid, Path data) {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Optional<Orphan> read(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Orphan(
                            Long.parseLong(lines.get(0).strip()),
                            Path.of(lines.get(1).strip())));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The server's pid file cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Stops a server of this very folder that is still running, and waits until it is gone.
     *
     * @throws IOException when a process that is not ours has the number, in a sentence that says what to do
     */
    static void stopIfOurs(Path data, Path programs) throws IOException {
        Optional<Orphan> found = read(data);
        Optional<ProcessHandle> process = found.flatMap(orphan -> ProcessHandle.of(orphan.pid()));
        if (process.isEmpty() || !process.get().isAlive()) {
            return;
        }
        if (!found.get().isOurs(data, programs)) {
            if (ServerPrograms.isServer(process.get())) {
                throw new IOException(
                        "数据目录 " + data + " 正由另一个数据库进程（" + found.get().pid() + "）使用。请先停止它，或换一个 FANGXIN_HOME。");
            }
            return;
        }
        LOG.warn(
                "A database server of an earlier run is still there (pid {}); stopping it",
                found.get().pid());
        signalFastStop(found.get().pid());
        try {
            process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("上次留下的数据库进程（" + found.get().pid() + "）没有停下。请手工停止它。", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private boolean isOurs(Path expected, Path programs) throws IOException {
        Path executable = Path.of("/proc/" + pid + "/exe");
        return Files.isReadable(executable)
                && Files.exists(executable)
                && executable
                        .toRealPath()
                        .equals(programs.resolve("bin/postgres").toRealPath())
                && data.toAbsolutePath()
                        .normalize()
                        .equals(expected.toAbsolutePath().normalize());
    }

    private static void signalFastStop(long pid) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
