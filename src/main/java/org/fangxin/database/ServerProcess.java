package org.fangxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the server under a shell that watches over it: the shell's input is a pipe that only this program holds, so
 * when the program ends, however it ends, the server stops.
 */
final class ServerProcess {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(50);
    /** Told again and again to stop: a server that has only just begun does not hear it yet. */
    private static final String WATCH = """
            "$@" </dev/null & p=$!; trap '' INT TERM HUP; cat >/dev/null
            while kill -INT $p 2>/dev/null; do sleep 0.1; done; wait $p""";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=",
            "unix_socket_permissions=0700",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "ssl=off",
            "max_connections=60",
            "max_wal_size=512MB",
            "timezone=Asia/Shanghai",
            "log_timezone=Asia/Shanghai",
            // messages only: no statement and no value of a row may reach the log
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length_on_error=0");

    private final Path data;
    private final Path programs;
    private final Process watcher;
    private final ProcessHandle server;

    private ServerProcess(Path data, Path programs, Process watcher, ProcessHandle server) {
        this.data = data;
        this.programs = programs;
        this.watcher = watcher;
        this.server = server;
    }

    /**
     * Starts a server and waits until it takes connections.
     *
     * @param extras what this run needs beside what every run has
     * @throws IOException when it does not within its time
     */
    static ServerProcess start(Path data, Path programs, Path socketFolder, Path log, ServerExtras extras)
            throws IOException {
        long until = System.nanoTime() + extras.keepTrying().toNanos();
        do {
            Process watcher = launch(data, programs, socketFolder, log, extras);
            ProcessHandle server = Readiness.await(data, watcher);
            if (server != null) {
                return new ServerProcess(data, programs, watcher, server);
            }
            // after a kill -9 of the postmaster its children hold the memory for a moment: try again
        } while (System.nanoTime() < until);
        throw new IOException("数据库一再退出，详见 " + log);
    }

    private static Process launch(Path data, Path programs, Path socketFolder, Path log, ServerExtras extras)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString()));
        arguments.addAll(List.of("-c", "unix_socket_directories=" + socketFolder));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        extras.settings().forEach(setting -> arguments.addAll(List.of("-c", setting)));
        List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCH, "fangxin-database"));
        watched.addAll(ServerPrograms.command(programs, "postgres", arguments.toArray(String[]::new)));
        Files.write(log, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        ProcessBuilder builder = new ProcessBuilder(watched)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(extras.environment());
        return builder.start();
    }

    long pid() {
        return server.pid();
    }

    /** Returns when the server has ended, for whatever reason. */
    void awaitEnd() {
        server.onExit().join();
    }

    /**
     * Stops the server and waits until it is gone, even when the watching shell was killed.
     *
     * @return false when it is still there after its time
     */
    boolean stop() throws IOException, InterruptedException {
        watcher.getOutputStream().close();
        if (!watcher.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            return false;
        }
        if (server.isAlive()) {
            Orphan.stopIfOurs(data, programs);
        }
        return true;
    }
}
