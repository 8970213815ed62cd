package org.fangxin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** The archived log of one timeline from a file on: which are there, which of them are whole, and the first that is not. */
final class WalShelf {
    private static final String PACKED = ".gz";
    private static final long USUAL_SIZE = 16L << 20;
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final String first;
    private final TreeSet<String> whole = new TreeSet<>();
    private final TreeMap<String, String> broken = new TreeMap<>();
    private long fileSize = USUAL_SIZE;

    private WalShelf(Path folder, String first) {
        this.folder = folder;
        this.first = first;
    }

    /**
     * Unpacks every file once to see that it is whole.
     *
     * @param inBackup further files that the backup itself has, by their names
     */
    static WalShelf look(Path folder, String first, Iterable<String> inBackup, Progress progress) throws IOException {
        WalShelf shelf = new WalShelf(folder, first);
        inBackup.forEach(shelf.whole::add);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + PACKED)) {
                for (Path file : all) {
                    String name = file.getFileName().toString().replace(PACKED, "");
                    if (WalNames.isOne(name) && name.compareTo(first) >= 0) {
                        shelf.see(name, file);
                        progress.add(shelf.fileSize);
                    }
                }
            }
        }
        return shelf;
    }

    private void see(String name, Path file) {
        long unpacked = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpacked += read;
            }
            fileSize = unpacked;
            whole.add(name);
        } catch (IOException damaged) {
            whole.remove(name);
            broken.put(name, "日志文件 " + file + " 被改过或者不完整（解开到第 " + unpacked + " 字节时出错）");
        }
    }

    Path folder() {
        return folder;
    }

    /** The first file that the log cannot go past, in words; empty when it goes on to its newest. */
    Optional<String> fault() {
        TreeSet<String> names = new TreeSet<>(whole);
        names.addAll(broken.keySet());
        Optional<String> missing = WalNames.gap(first, names, fileSize);
        Optional<String> damaged = broken.isEmpty() ? Optional.empty() : Optional.of(broken.firstKey());
        if (missing.isPresent() && (damaged.isEmpty() || missing.get().compareTo(damaged.get()) < 0)) {
            return Optional.of("缺少日志文件 " + folder.resolve(missing.get() + PACKED));
        }
        return damaged.map(broken::get);
    }

    int count() {
        return whole.size();
    }
}
