package org.fangxin.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** Where the server's socket lies. A socket's path may have 107 bytes: a deep home gets a short folder elsewhere. */
final class SocketFolder {
    private static final int LONGEST = 85;

    private SocketFolder() {}

    static Path forHome(Path home) throws IOException {
        Path usual = home.toAbsolutePath().normalize().resolve("run");
        if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return PrivateFolder.at(usual);
        }
        String name = UUID.nameUUIDFromBytes(usual.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return PrivateFolder.at(Path.of(System.getProperty("java.io.tmpdir"), "fangxin-" + name.substring(0, 13)));
    }
}
