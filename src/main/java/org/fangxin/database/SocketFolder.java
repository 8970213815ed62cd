package org.fangxin.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
        return own(Path.of(System.getProperty("java.io.tmpdir"), "fangxin-" + name.substring(0, 13)), home);
    }

    /** Anybody may make a folder of that name where all may write: one that is not ours is not used. */
    private static Path own(Path folder, Path home) throws IOException {
        boolean there = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (there
                && !(Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder).equals(Files.getOwner(home)))) {
            throw new IOException("目录 " + folder + " 不是本程序的。请删除它，或换一个路径短一些的 FANGXIN_HOME。");
        }
        return PrivateFolder.at(folder);
    }
}
