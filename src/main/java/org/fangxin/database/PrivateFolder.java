package org.fangxin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that nobody else on the machine may enter. */
public final class PrivateFolder {
    private PrivateFolder() {}

    /** The folder, made with mode 0700 when it is missing and narrowed to it when it is not. */
    public static Path at(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
        return absolute;
    }

    /** @throws IOException also while somebody else still writes or deletes in it */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException changing) {
            throw changing.getCause();
        }
    }
}
