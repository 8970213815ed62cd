package org.fangxin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL beside the program: durable, on a private socket, with a generated password, and gone when the
 * program is gone. Its data folder lasts.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String SUPERUSER = "fangxin_super";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(50);

    private final Path programs;
    private final Path data;
    private final Path socketFolder;
    private final Path passwordFile;
    private final Path log;
    private final @Nullable HomeLock lock;
    private volatile boolean closing;
    private volatile @Nullable Process watcher;

    private EmbeddedServer(Path home, Path programs, @Nullable HomeLock lock) throws IOException {
        this.programs = programs;
        this.lock = lock;
        Path folder = PrivateFolder.at(home.resolve("database"));
        this.data = folder.resolve("data");
        this.log = folder.resolve("server.log");
        this.socketFolder = SocketFolder.forHome(home);
        this.passwordFile = PrivateFolder.at(home.resolve("secrets")).resolve("database-superuser");
        if (lock != null) {
            prepare();
            this.watcher = start();
            Thread.ofPlatform().daemon().name("database-supervisor").start(this::supervise);
        }
    }

    /**
     * Starts the server of this home, making its data folder when there is none.
     *
     * @param join use the server of a program that is already running on this home, instead of refusing
     */
    static EmbeddedServer startIn(Path home, boolean join) {
        try {
            Path root = PrivateFolder.at(home);
            HomeLock lock = HomeLock.tryTake(root);
            if (lock == null && !join) {
                throw new UnsafeServer("数据目录 " + root + " 正由另一个 Fangxin 使用。请先停止它，或换一个 FANGXIN_HOME。");
            }
            return new EmbeddedServer(root, ServerPrograms.unpackedIn(root.resolve("cache")), lock);
        } catch (IOException e) {
            throw new UncheckedIOException("数据库没有启动：" + e.getMessage(), e);
        }
    }

    Path socket() {
        return socketFolder.resolve(".s.PGSQL.5432");
    }

    String superuser() {
        return SUPERUSER;
    }

    String password() {
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return Orphan.read(data).map(Orphan::pid).orElse(-1L);
    }

    private void prepare() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            Orphan.stopIfOurs(data, programs);
            return;
        }
        String password = Secrets.word();
        Files.deleteIfExists(passwordFile);
        Files.writeString(
                Files.createFile(
                        passwordFile,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                password);
        // made beside and moved into place, so that a kill in the middle leaves no half folder
        Path fresh = data.resolveSibling("data.new");
        PrivateFolder.delete(fresh);
        run(command(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        Files.move(fresh, data);
    }

    private Process start() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Process process = launch();
            if (Readiness.await(data, process, deadline)) {
                return process;
            }
            // after a kill -9 of the postmaster its children hold the memory for a moment: try again
            if (System.nanoTime() > deadline) {
                throw new IOException("一分钟内没有就绪，详见 " + log);
            }
        }
    }

    private Process launch() throws IOException {
        List<String> server = command(
                "postgres",
                "-D",
                data.toString(),
                "-c",
                "listen_addresses=",
                "-c",
                "unix_socket_directories=" + socketFolder,
                "-c",
                "unix_socket_permissions=0700",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "ssl=off",
                "-c",
                "shared_buffers=96MB",
                "-c",
                "max_connections=60",
                "-c",
                "max_wal_size=512MB",
                "-c",
                "timezone=Asia/Shanghai",
                "-c",
                "log_timezone=Asia/Shanghai",
                // messages only: no statement and no value of a row may reach the log
                "-c",
                "log_error_verbosity=terse",
                "-c",
                "log_min_error_statement=panic",
                "-c",
                "log_parameter_max_length_on_error=0");
        // the shell's stdin is a pipe that only this program holds: when it ends, however it ends, the server stops
        String script =
                "\"$@\" </dev/null & p=$!; trap '' INT TERM HUP; cat >/dev/null; kill -INT $p 2>/dev/null; wait $p";
        List<String> watched = new ArrayList<>(List.of("sh", "-c", script, "fangxin-database"));
        watched.addAll(server);
        Files.write(log, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        return new ProcessBuilder(watched)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Restarts a server that died under us; connections fail meanwhile and the pool comes back by itself. */
    private void supervise() {
        while (!closing) {
            try {
                ProcessHandle.of(pid()).ifPresent(handle -> handle.onExit().join());
                if (closing) {
                    return;
                }
                LOG.error("The database server ended; starting it again");
                stopWatcher();
                watcher = start();
            } catch (IOException e) {
                LOG.error("The database server does not start: {}", e.getMessage());
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command.getLast() + "：" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root: a user namespace makes it an ordinary user
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public void close() {
        closing = true;
        try {
            if (!stopWatcher()) {
                LOG.error("The database server has not stopped in {} s", STOP_PATIENCE.toSeconds());
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            LOG.error("The database server could not be told to stop: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopWatcher() throws IOException, InterruptedException {
        Process process = watcher;
        if (process == null) {
            return true;
        }
        process.getOutputStream().close();
        return process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
