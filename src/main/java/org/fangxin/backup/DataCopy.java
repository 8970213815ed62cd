package org.fangxin.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fangxin.database.PrivateFolder;

/** Copies a data folder that is being written to; the log makes the copy whole again. Leaves out what a start makes anew. */
final class DataCopy extends SimpleFileVisitor<Path> {
    /** Copied as empty folders. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_replslot");
    /** Empty in most databases, and needed. */
    private static final Set<String> NEEDED = Set.of(
            "pg_tblspc", "pg_twophase", "pg_stat", "pg_commit_ts", "pg_logical/snapshots", "pg_logical/mappings");

    /** Folders that a data folder has although nothing need be in them: not every tool copies empty ones. */
    static List<String> folders() {
        return Stream.concat(EMPTY.stream(), NEEDED.stream()).sorted().toList();
    }

    private static final Pattern LEFT_OUT = Pattern.compile(
            "postmaster\\.(pid|opts)|pg_internal\\.init.*|pgsql_tmp.*|t[0-9]+_[0-9]+(_[a-z]+)?(\\.[0-9]+)?"
                    + "|backup_label(\\.old)?|tablespace_map(\\.old)?|recovery\\.signal|standby\\.signal");

    private final Path from;
    private final Path to;
    private final Progress progress;
    private final List<Piece> pieces = new ArrayList<>();

    private DataCopy(Path from, Path to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /** @param to the folder {@code data} of a backup, not there yet */
    static List<Piece> copy(Path from, Path to, Progress progress) throws IOException {
        DataCopy copy = new DataCopy(from, to, progress);
        Files.walkFileTree(from, copy);
        return copy.pieces;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Path relative = from.relativize(folder);
        if (LEFT_OUT.matcher(folder.getFileName().toString()).matches()) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        PrivateFolder.at(to.resolve(relative.toString()));
        return EMPTY.contains(relative.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String relative = from.relativize(file).toString();
        if (!attributes.isRegularFile()
                || LEFT_OUT.matcher(file.getFileName().toString()).matches()) {
            return FileVisitResult.CONTINUE;
        }
        try {
            Piece piece = BlockCopy.copy(file, to.resolve(relative), "data/" + relative);
            pieces.add(piece);
            progress.add(piece.size());
        } catch (NoSuchFileException droppedMeanwhile) {
            Files.deleteIfExists(to.resolve(relative));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
        if (fault instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw fault;
    }
}
