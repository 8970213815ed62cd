package org.fangxin.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The database inside the program as its backup sees it: where it lies and how its owner gets in. */
public final class EmbeddedDatabase {
    private final Path home;
    private final Server server;
    private final WalArchive archive;
    private final boolean inside;

    EmbeddedDatabase(Path home, Server server, WalArchive archive, boolean inside) {
        this.home = home.toAbsolutePath().normalize();
        this.server = server;
        this.archive = archive;
        this.inside = inside;
    }

    /** Whether there is one; false when the bureau's own server is used. */
    public boolean inside() {
        return inside;
    }

    public Path home() {
        return home;
    }

    /** The server's data folder. */
    public Path data() {
        return dataOf(home);
    }

    static Path dataOf(Path home) {
        return home.resolve("database").resolve("data");
    }

    public WalArchive archive() {
        return archive;
    }

    /** A connection of the owner's, for the caller to close. */
    public Connection connect() throws SQLException {
        return Server.connect(server.ownerUrl(), server.ownerUser(), server.ownerPassword());
    }
}
