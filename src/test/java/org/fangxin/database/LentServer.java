package org.fangxin.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;

/** A real server in a folder of a test, for tests of rooms above; its log is archived into {@code backup}. */
public final class LentServer implements AutoCloseable {
    private final EmbeddedServer server;
    private final EmbeddedDatabase database;

    private LentServer(EmbeddedServer server, EmbeddedDatabase database) {
        this.server = server;
        this.database = database;
    }

    /** @param home whose server programs need not be unpacked again */
    public static LentServer start(Path home, Path backup) throws IOException {
        ready(home);
        WalArchive archive = new WalArchive(backup, true);
        EmbeddedServer server = EmbeddedServer.startIn(home, false, archive, ServerMemory.LEAST);
        return new LentServer(server, new EmbeddedDatabase(home, Server.embedded(server), archive, true));
    }

    /** Spares a home the unpacking of the programs. */
    public static void ready(Path home) throws IOException {
        Path cache = home.resolve("cache");
        if (!java.nio.file.Files.exists(cache)) {
            BareServer.home(home);
        }
    }

    /** Where the unpacked programs of all tests lie. */
    public static Path programs() throws IOException {
        return java.util.Objects.requireNonNull(BareServer.programs().getParent());
    }

    public EmbeddedDatabase database() {
        return database;
    }

    public void run(String sql) throws SQLException {
        try (var connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
