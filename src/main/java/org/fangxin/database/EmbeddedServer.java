package org.fangxin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL beside the program: durable, on a private socket, with a generated password, and gone when the
 * program is gone. Its data folder lasts.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    static final String SUPERUSER = "fangxin_super";
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final WalArchive archive;
    private final ServerMemory memory;
    private final Path programs;
    private final Path data;
    private final Path socketFolder;
    private final Path passwordFile;
    private final Path log;
    private volatile @Nullable HomeLock lock;
    private volatile @Nullable ServerProcess running;
    private volatile boolean closing;

    private EmbeddedServer(Path home, WalArchive archive, ServerMemory memory) throws IOException {
        this.archive = archive;
        this.memory = memory;
        this.programs = ServerPrograms.unpackedIn(home.resolve("cache"));
        Path folder = PrivateFolder.at(home.resolve("database"));
        this.data = folder.resolve("data");
        this.log = folder.resolve("server.log");
        this.socketFolder = SocketFolder.forHome(home);
        this.passwordFile = PrivateFolder.at(home.resolve("secrets")).resolve("database-superuser");
    }

    /**
     * Starts the server of this home, making its data folder when there is none.
     *
     * @param join use the server of a program that is already running on this home, instead of refusing
     * @throws UnsafeServer in one sentence, when another has the home or the server does not start
     */
    static EmbeddedServer startIn(Path home, boolean join) {
        return startIn(home, join, WalArchive.OFF, ServerMemory.LEAST);
    }

    /** As above, with the write-ahead log copied away as it is filled, and with so much memory for pages. */
    static EmbeddedServer startIn(Path home, boolean join, WalArchive archive, ServerMemory memory) {
        try {
            Path root = PrivateFolder.at(home);
            HomeLock lock = HomeLock.tryTake(root);
            if (lock == null && !join) {
                throw new UnsafeServer("数据目录 " + root + " 正由另一个 Fangxin 使用。请先停止它，或换一个 FANGXIN_HOME。");
            }
            return lock == null ? new EmbeddedServer(root, archive, memory) : started(root, archive, memory, lock);
        } catch (IOException e) {
            throw new UnsafeServer("数据库没有启动：" + e.getMessage(), e);
        }
    }

    private static EmbeddedServer started(Path root, WalArchive archive, ServerMemory memory, HomeLock lock)
            throws IOException {
        boolean up = false;
        try {
            EmbeddedServer server = new EmbeddedServer(root, archive, memory);
            server.start(lock);
            up = true;
            return server;
        } finally {
            if (!up) {
                lock.close();
            }
        }
    }

    private void start(HomeLock held) throws IOException {
        if (DataFolder.exists(data)) {
            Orphan.stopIfOurs(data, programs);
        } else {
            DataFolder.make(data, programs, SUPERUSER, passwordFile, log);
        }
        ServerProcess first = ServerProcess.start(data, programs, socketFolder, log, extras());
        running = first;
        lock = held;
        Thread.ofPlatform().daemon().name("database-supervisor").start(() -> supervise(first));
    }

    private ServerExtras extras() throws IOException {
        return archive.extras(data).with(memory.settings());
    }

    Path data() {
        return data;
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

    /** The server's process; -1 when it is another program's. */
    long pid() {
        ServerProcess now = running;
        return now == null ? -1 : now.pid();
    }

    /** Starts a server that died under us again; connections fail meanwhile and the pool comes back by itself. */
    private void supervise(ServerProcess first) {
        try {
            ServerProcess watched = first;
            while (!closing) {
                watched.awaitEnd();
                watched = again(watched);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized ServerProcess again(ServerProcess ended) throws InterruptedException {
        while (!closing) {
            LOG.error("The database server ended; starting it again");
            try {
                ended.stop();
                ServerProcess next = ServerProcess.start(data, programs, socketFolder, log, extras());
                running = next;
                return next;
            } catch (IOException e) {
                LOG.error("The database server does not start, trying again soon: {}", e.getMessage());
                wait(NEXT_TRY.toMillis());
            }
        }
        return ended;
    }

    @Override
    public void close() {
        closing = true;
        try {
            stop();
        } catch (IOException e) {
            LOG.error("The database server could not be told to stop: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void stop() throws IOException, InterruptedException {
        notifyAll();
        ServerProcess now = running;
        if (now != null && !now.stop()) {
            LOG.error("The database server has not stopped in its time");
        }
        HomeLock held = lock;
        if (held != null) {
            held.close();
        }
    }
}
