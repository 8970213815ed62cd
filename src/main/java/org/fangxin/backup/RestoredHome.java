package org.fangxin.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fangxin.database.PrivateFolder;

/** A home that is being built under another name, so that nobody starts half of it. */
final class RestoredHome {
    /** Of the machine that is gone, or of no use any more. */
    private static final Set<String> LEFT_OUT = Set.of("database-superuser", "first-accounts.txt", "demo-accounts.txt");

    private final Path into;
    private final Path unfinished;

    private RestoredHome(Path into, Path unfinished) {
        this.into = into;
        this.unfinished = unfinished;
    }

    /** @throws BackupRefused when anything is there that could be lost */
    static void requireFree(Path into) throws IOException {
        if (Files.exists(into)) {
            if (!Files.isDirectory(into) || !isEmpty(into)) {
                throw new BackupRefused("目录 " + into + " 里已经有东西，不会覆盖。请用 --into 换一个不存在的或者空的目录。");
            }
            Path parent = Objects.requireNonNull(into.toAbsolutePath().getParent(), "no root");
            if (!Files.getFileStore(into).equals(Files.getFileStore(parent))) {
                throw new BackupRefused("目录 " + into + " 自己是一个磁盘。请用 --into 写它下面的一级目录。");
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            return !all.iterator().hasNext();
        }
    }

    static RestoredHome begin(Path into) throws IOException {
        Path target = into.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        if (Files.exists(unfinished)) {
            BackupFolder.delete(unfinished);
        }
        return new RestoredHome(target, PrivateFolder.at(unfinished));
    }

    Path unfinished() {
        return unfinished;
    }

    /** Copies everything and looks once more at what arrived. */
    void copy(BackupFolder folder, BackupFolder.Base base, Map<String, Piece> pool, Progress progress)
            throws IOException {
        Manifest manifest = base.manifest();
        long needed = manifest.bytes() + manifest.attachedBytes();
        if (Disk.free(unfinished) < needed) {
            throw new BackupRefused("目录 " + into + " 所在的磁盘只剩 " + Disk.size(Disk.free(unfinished)) + "，至少要 "
                    + Disk.size(needed) + "。请腾出空间，或者用 --into 换一个目录。");
        }
        Path data = PrivateFolder.at(unfinished.resolve("database")).resolve("data");
        for (String empty : DataCopy.folders()) {
            PrivateFolder.at(data.resolve(empty));
        }
        for (Piece piece : manifest.files()) {
            if (piece.path().startsWith("data/")) {
                arrive(base.folder(), piece, unfinished.resolve("database").resolve(piece.path()));
                progress.add(piece.size());
            }
        }
        for (Piece piece : attachments(pool, manifest)) {
            arrive(folder.files(), piece, unfinished.resolve("files").resolve(piece.path()));
            progress.add(piece.size());
        }
        PrivateFolder.at(unfinished.resolve("files"));
    }

    /** Those of the backup, and those that came after it. */
    private static List<Piece> attachments(Map<String, Piece> pool, Manifest manifest) {
        Map<String, Piece> all = new LinkedHashMap<>(pool);
        manifest.attachments().forEach(piece -> all.put(piece.path(), piece));
        return List.copyOf(all.values());
    }

    private static void arrive(Path place, Piece told, Path target) throws IOException {
        PrivateFolder.at(Objects.requireNonNull(target.getParent()));
        Piece arrived = BlockCopy.copy(place.resolve(told.path()), target, told.path());
        if (!arrived.equals(told)) {
            Optional<String> fault = BlockCopy.fault(target, told);
            throw new BackupRefused(place + "：" + fault.orElse(told.path()) + "。");
        }
    }

    /** Keys and the like that were kept apart. */
    void takeSecrets(Path from) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(from)) {
            Path secrets = PrivateFolder.at(unfinished.resolve("secrets"));
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (Files.isRegularFile(file) && !LEFT_OUT.contains(name)) {
                    BlockCopy.copy(file, secrets.resolve(name), name);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("目录 " + from + " 读不了", unreadable);
        }
    }

    void finish() throws IOException {
        Disk.force(unfinished);
        Files.move(unfinished, into, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Disk.force(Objects.requireNonNull(into.getParent()));
    }
}
