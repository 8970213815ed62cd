package org.fangxin.database;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the server's write-ahead log is copied to as it is filled, so that a backup can be brought forward to any moment.
 *
 * @param root the backup folder; below it {@code wal/<database>/<timeline>/<file>.gz}
 * @param on whether anything is copied
 */
public record WalArchive(Path root, boolean on) {
    /** Nothing is copied. */
    public static final WalArchive OFF = new WalArchive(Path.of(""), false);

    /** So many files of 16 MB wait on the server's own disk when they cannot be copied; then the gap is taken. */
    private static final int PATIENCE = 64;

    /** At least this often, in seconds, a file that has anything in it is copied away. */
    private static final int EVERY_SECONDS = 60;

    /** The folder of this database's files, by the number that the server gave it when it was made. */
    public Path of(Path data) throws IOException {
        return root.resolve("wal").resolve(systemNumber(data));
    }

    /** The number of a database: the first eight bytes of its control file. */
    public static String systemNumber(Path data) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(data.resolve("global/pg_control")))) {
            return Long.toUnsignedString(Long.reverseBytes(in.readLong()));
        }
    }

    /** Beside the data folder, there once a backup was made: from then on files are copied. */
    public static Path begun(Path data) {
        return data.resolveSibling("archiving");
    }

    /** Beside the data folder: names of files that could not be copied and are lost to every backup before. */
    public static Path gap(Path data) {
        return data.resolveSibling("archive-gap");
    }

    /** Beside the data folder, while there is too little room for more. */
    public static Path full(Path data) {
        return data.resolveSibling("archive-full");
    }

    ServerExtras extras(Path data) throws IOException {
        if (!on) {
            // what is written from now on is missing: a later run may not go on as if nothing had been
            Files.deleteIfExists(begun(data));
            return ServerExtras.NONE;
        }
        return new ServerExtras(
                List.of(
                        "archive_mode=on",
                        "archive_timeout=" + EVERY_SECONDS,
                        "archive_command=sh -c \"$FANGXIN_ARCHIVE\" archive %p %f"),
                Map.of(
                        "FANGXIN_ARCHIVE",
                        script("archive-wal.sh"),
                        "FANGXIN_WAL",
                        of(data).toAbsolutePath().toString(),
                        "FANGXIN_WAL_PATIENCE",
                        Integer.toString(PATIENCE)),
                ServerExtras.USUAL);
    }

    static String script(String name) {
        try (InputStream in = WalArchive.class.getResourceAsStream("/database/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
