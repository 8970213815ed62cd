package org.fangxin.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the server's data folder and the superuser's password. A kill in the middle leaves no half folder in its place. */
final class DataFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String BEGUN = "data.new";

    private DataFolder() {}

    static boolean exists(Path data) {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    /**
     * Made beside and moved into place.
     *
     * @param log takes what initdb says
     */
    static void make(Path data, Path programs, String superuser, Path passwordFile, Path log) throws IOException {
        Path folder = Objects.requireNonNull(data.getParent());
        clearBegun(folder);
        write(passwordFile, Secrets.word());
        // a name of its own: the initdb of a killed run may still be writing into the earlier one
        Path fresh = Files.createTempDirectory(folder, BEGUN);
        run(
                new ProcessBuilder(ServerPrograms.command(
                        programs,
                        "initdb",
                        "-D",
                        fresh.toString(),
                        "-U",
                        superuser,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + passwordFile,
                        "-E",
                        "UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C")),
                log);
        Files.move(fresh, data);
    }

    private static void write(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private static void clearBegun(Path folder) throws IOException {
        try (DirectoryStream<Path> begun = Files.newDirectoryStream(folder, BEGUN + "*")) {
            for (Path one : begun) {
                try {
                    PrivateFolder.delete(one);
                } catch (IOException stillWritten) {
                    LOG.warn("{} is left from a killed run and cannot be deleted yet", one);
                }
            }
        }
    }

    private static void run(ProcessBuilder command, Path log) throws IOException {
        Process process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("initdb：" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
