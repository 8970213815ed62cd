package org.fangxin.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a backup still is what it was: every file of it, every sealed file, the log after it. */
final class BackupCheck {
    private final BackupFolder folder;
    private final PrintStream out;
    private final Progress progress;

    BackupCheck(BackupFolder folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
        this.progress = new Progress(out, "核对");
    }

    /** @throws BackupRefused with the first file and the bytes that do not fit */
    WalShelf check(BackupFolder.Base base) throws IOException {
        Manifest manifest = base.manifest();
        out.printf(
                "核对 %d 个文件（%s）……%n",
                manifest.files().size() + manifest.attachments().size(),
                Disk.size(manifest.bytes() + manifest.attachedBytes()));
        for (Piece piece : manifest.files()) {
            fit(base.folder(), piece);
        }
        for (Piece piece : manifest.attachments()) {
            fit(folder.files(), piece);
        }
        List<String> inBackup = manifest.files().stream()
                .map(Piece::path)
                .filter(path -> path.startsWith("wal/"))
                .map(path -> path.substring("wal/".length()).replace(".gz", ""))
                .toList();
        Path archived = folder.wal().resolve(manifest.system()).resolve(manifest.timeline());
        WalShelf shelf = WalShelf.look(archived, manifest.firstWal(), inBackup, progress);
        out.println("日志 " + shelf.count() + " 个文件。");
        return shelf;
    }

    private void fit(Path place, Piece piece) throws IOException {
        Optional<String> fault = BlockCopy.fault(place.resolve(piece.path()), piece);
        if (fault.isPresent()) {
            throw new BackupRefused(place + "：" + fault.get() + "。这份备份不能用，请换一份（别处的副本，或者更早的一份）。");
        }
        progress.add(piece.size());
    }
}
