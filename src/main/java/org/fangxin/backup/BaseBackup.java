package org.fangxin.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.fangxin.database.EmbeddedDatabase;
import org.fangxin.database.PrivateFolder;
import org.fangxin.database.WalArchive;

/**
 * Makes one base backup while the database is being written to: the data folder between {@code pg_backup_start} and
 * {@code pg_backup_stop}, the log's files from one to the other, then the sealed files.
 */
final class BaseBackup {
    private final EmbeddedDatabase database;
    private final BackupFolder folder;
    private final FilePool pool;
    private final InstantSource clock;
    private final String program;

    BaseBackup(EmbeddedDatabase database, BackupFolder folder, FilePool pool, InstantSource clock, String program) {
        this.database = database;
        this.folder = folder;
        this.pool = pool;
        this.clock = clock;
        this.program = program;
    }

    /** The data folder's part, before the attachments are added. */
    private record Copied(
            String timeline,
            List<String> wal,
            OwnersSession.Stop stop,
            String startLsn,
            Instant wholeAt,
            List<Piece> files) {}

    /**
     * Makes it; the caller holds the folder's lock.
     *
     * @param archived whether this is the folder that the log is archived in: then archiving begins
     * @param landmarks where the records stand
     */
    BackupFolder.Base make(boolean archived, Map<String, String> landmarks, Progress progress)
            throws IOException, SQLException {
        for (Path left : folder.unfinished()) {
            BackupFolder.delete(left);
        }
        Instant begun = clock.instant();
        Path unfinished = folder.begin(begun);
        boolean done = false;
        try {
            Copied copied = copy(unfinished, archived, progress);
            pool.take(database.home().resolve("files"));
            Manifest manifest = manifest(begun, copied, landmarks);
            BackupFolder.Base base = folder.finish(unfinished, manifest);
            done = true;
            return base;
        } finally {
            if (!done) {
                BackupFolder.delete(unfinished);
            }
        }
    }

    private Copied copy(Path unfinished, boolean archived, Progress progress) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            OwnersSession session = new OwnersSession(connection);
            session.claim();
            String timeline = session.timeline();
            if (archived) {
                beginArchive(timeline);
            }
            OwnersSession.Start start = session.start(unfinished.getFileName().toString());
            List<Piece> files = new ArrayList<>(DataCopy.copy(database.data(), unfinished.resolve("data"), progress));
            OwnersSession.Stop stop = session.stop();
            Instant wholeAt = clock.instant();
            files.add(BlockCopy.write(
                    stop.label().getBytes(StandardCharsets.UTF_8),
                    unfinished.resolve("data/backup_label"),
                    "data/backup_label"));
            List<String> names = WalNames.range(start.walName(), stop.walName(), session.walFileSize());
            files.addAll(wal(names, unfinished));
            return new Copied(timeline, names, stop, start.lsn(), wholeAt, files);
        }
    }

    /** From here on the server copies its log away, and what was missed before is no gap of this backup. */
    private void beginArchive(String timeline) throws IOException {
        Path data = database.data();
        PrivateFolder.at(database.archive().of(data).resolve(timeline));
        Files.deleteIfExists(WalArchive.gap(data));
        if (!Files.exists(WalArchive.begun(data))) {
            Files.createFile(WalArchive.begun(data));
        }
    }

    private List<Piece> wal(List<String> names, Path unfinished) throws IOException {
        Path target = PrivateFolder.at(unfinished.resolve("wal"));
        List<Piece> pieces = new ArrayList<>();
        for (String name : names) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                Files.copy(database.data().resolve("pg_wal").resolve(name), out);
            }
            pieces.add(BlockCopy.write(packed.toByteArray(), target.resolve(name + ".gz"), "wal/" + name + ".gz"));
        }
        return pieces;
    }

    private Manifest manifest(Instant begun, Copied copied, Map<String, String> landmarks) throws IOException {
        Set<String> here = new TreeSet<>(FilePool.of(database.home().resolve("files")));
        List<Piece> attachments = pool.known().values().stream()
                .filter(piece -> here.contains(piece.path()))
                .toList();
        return new Manifest(
                1,
                program,
                WalArchive.systemNumber(database.data()),
                copied.timeline(),
                Objects.requireNonNull(copied.wal().getFirst()),
                Objects.requireNonNull(copied.wal().getLast()),
                copied.startLsn(),
                copied.stop().lsn(),
                begun,
                copied.wholeAt(),
                landmarks,
                copied.files(),
                attachments);
    }
}
