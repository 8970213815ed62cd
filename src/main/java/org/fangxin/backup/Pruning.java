package org.fangxin.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** After a new backup: older ones beyond the number that is kept go, with the log and the files that only they needed. */
final class Pruning {
    private static final int NAME_LENGTH = 24;

    private final BackupFolder folder;
    private final FilePool pool;

    Pruning(BackupFolder folder, FilePool pool) {
        this.folder = folder;
        this.pool = pool;
    }

    /**
     * @param keep so many backups stay, at least one
     * @param now paths of the sealed files that the home has
     * @return how many backups went
     */
    int prune(int keep, List<String> now) throws IOException {
        List<String> altered = new ArrayList<>();
        List<BackupFolder.Base> bases = folder.bases(altered::add);
        int gone = Math.max(0, bases.size() - Math.max(1, keep));
        for (BackupFolder.Base old : bases.subList(0, gone)) {
            BackupFolder.delete(old.folder());
        }
        List<BackupFolder.Base> kept = bases.subList(gone, bases.size());
        if (kept.isEmpty() || !altered.isEmpty()) {
            // what a backup with an unreadable manifest needs is not known
            return gone;
        }
        pruneWal(kept);
        Set<String> needed = new HashSet<>(now);
        kept.forEach(base -> base.manifest().attachments().forEach(piece -> needed.add(piece.path())));
        pool.prune(needed, kept.getFirst().manifest().startedAt());
        return gone;
    }

    private void pruneWal(List<BackupFolder.Base> kept) throws IOException {
        for (Path system : inside(folder.wal())) {
            for (Path timeline : inside(system)) {
                Optional<String> from = kept.stream()
                        .map(BackupFolder.Base::manifest)
                        .filter(one -> one.system().equals(system.getFileName().toString())
                                && one.timeline().equals(timeline.getFileName().toString()))
                        .map(Manifest::firstWal)
                        .min(Comparator.naturalOrder());
                pruneTimeline(timeline, from);
            }
        }
    }

    /** A timeline of which no backup is left is of no use to anybody. */
    private static void pruneTimeline(Path timeline, Optional<String> from) throws IOException {
        for (Path file : inside(timeline)) {
            String name = file.getFileName().toString();
            String wal = name.substring(0, Math.min(NAME_LENGTH, name.length()));
            if (WalNames.isOne(wal) && (from.isEmpty() || wal.compareTo(from.get()) < 0)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> inside(Path place) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(place)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(place)) {
                all.forEach(found::add);
            }
        }
        return found;
    }
}
