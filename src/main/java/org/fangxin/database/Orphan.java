package org.fangxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final String PID_FILE = "postmaster.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Optional<Orphan> read(Path data) {
        Path file = data.resolve(PID_FILE);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Orphan(Long.parseLong(lines.getFirst().strip()), data));
        } catch (IOException | NumberFormatException e) {
            LOG.warn("The server's pid file cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Stops a server of this very folder that is still running, and waits until it is gone.
     *
     * @throws IOException when other programs than ours run it, in a sentence that says what to do
     */
    static void stopIfOurs(Path data, Path programs) throws IOException {
        Optional<Orphan> found = read(data);
        Optional<ProcessHandle> process = found.flatMap(orphan -> ProcessHandle.of(orphan.pid()));
        if (process.isEmpty() || !process.get().isAlive()) {
            return;
        }
        if (!found.get().serves(data)) {
            found.get().strikeNumber();
            return;
        }
        if (!found.get().runs(programs)) {
            throw new IOException("数据目录 " + data + " 正由另一个数据库进程（" + found.get().pid() + "）使用。请先停止它，或换一个 FANGXIN_HOME。");
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

    /** A server works inside its data folder; whoever else has the number now does not. */
    private boolean serves(Path folder) throws IOException {
        Path program = Path.of("/proc/" + pid + "/exe");
        Path place = Path.of("/proc/" + pid + "/cwd");
        return Files.exists(program)
                && Files.exists(place)
                && program.toRealPath().endsWith("postgres")
                && place.toRealPath().equals(folder.toRealPath());
    }

    private boolean runs(Path programs) throws IOException {
        return Path.of("/proc/" + pid + "/exe")
                .toRealPath()
                .equals(programs.resolve("bin/postgres").toRealPath());
    }

    /**
     * The number belongs to a stranger since: PostgreSQL would take that for a running server. The rest of the file stays,
     * by which it knows whether children of the dead server still hold the memory.
     */
    private void strikeNumber() throws IOException {
        LOG.warn("The server of an earlier run is gone and its number {} is another program's now", pid);
        Path file = data.resolve(PID_FILE);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Integer.toString(Integer.MAX_VALUE));
        Files.write(file, lines);
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
