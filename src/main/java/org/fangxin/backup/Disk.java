package org.fangxin.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What a disk is asked, and its answers in words. */
final class Disk {
    private Disk() {}

    /** The entries of a folder are on disk. */
    static void force(Path folder) throws IOException {
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /** Free bytes where this path lies or will lie. */
    static long free(Path path) throws IOException {
        Path there = path.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    static String words(IOException fault, Path folder) {
        String said = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("quota")) {
            return "目录 " + folder + " 所在的磁盘满了。请腾出空间，或者用 --to 换一个目录，再做一次。";
        }
        if (fault instanceof FileSystemException) {
            return "目录 " + folder + " 写不进去（" + reason(fault) + "）。请检查它在不在、能不能写，或者用 --to 换一个目录。";
        }
        return "读写出错（" + fault.getMessage() + "）。请检查磁盘。";
    }

    private static String reason(IOException fault) {
        if (fault instanceof java.nio.file.AccessDeniedException) {
            return "没有权限";
        }
        if (fault instanceof java.nio.file.FileAlreadyExistsException) {
            return "那里已经有一个同名的文件";
        }
        return String.valueOf(fault.getMessage());
    }

    /** A size for people: {@code 12.3 MB}. */
    static String size(long bytes) {
        if (bytes >= 1L << 30) {
            return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1L << 20));
    }
}
