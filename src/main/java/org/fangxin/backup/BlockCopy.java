package org.fangxin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.cipher.Sm3;

/** Copies a file with a fingerprint of each of its blocks, so that an altered byte is found with its place. */
final class BlockCopy {
    static final int BLOCK = 1 << 20;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private BlockCopy() {}

    /** Copies to a file that is not there yet, onto the disk; what is told is what was written. */
    static Piece copy(Path from, Path to, String path) throws IOException {
        List<String> blocks = new ArrayList<>();
        long size = 0;
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(
                        to,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            byte[] block = new byte[BLOCK];
            int read = BLOCK;
            // a short block is the last one: what a growing file got meanwhile would be out of step with the blocks
            while (read == BLOCK) {
                read = in.readNBytes(block, 0, BLOCK);
                if (read == 0) {
                    break;
                }
                write(out, ByteBuffer.wrap(block, 0, read));
                blocks.add(fingerprint(block, read));
                size += read;
            }
            out.force(true);
        }
        return new Piece(path, size, List.copyOf(blocks));
    }

    /** The same for what is already in memory. */
    static Piece write(byte[] content, Path to, String path) throws IOException {
        try (FileChannel out = FileChannel.open(
                to,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            write(out, ByteBuffer.wrap(content));
            out.force(true);
        }
        return of(to, path);
    }

    /** A file as it is now. */
    static Piece of(Path file, String path) throws IOException {
        List<String> blocks = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int read = in.readNBytes(block, 0, BLOCK); read > 0; read = in.readNBytes(block, 0, BLOCK)) {
                blocks.add(fingerprint(block, read));
            }
        }
        return new Piece(path, Files.size(file), List.copyOf(blocks));
    }

    /** The first thing in which the file differs from what was told of it, in words; empty when nothing does. */
    static Optional<String> fault(Path file, Piece told) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.of("文件 " + told.path() + " 不见了");
        }
        Piece now = of(file, told.path());
        for (int i = 0; i < Math.min(now.blocks().size(), told.blocks().size()); i++) {
            if (!now.blocks().get(i).equals(told.blocks().get(i))) {
                long begin = (long) i * BLOCK;
                return Optional.of("文件 " + told.path() + " 在第 " + begin + " 到 "
                        + (Math.min(begin + BLOCK, told.size()) - 1) + " 字节之间被改过");
            }
        }
        return now.size() == told.size()
                ? Optional.empty()
                : Optional.of("文件 " + told.path() + " 应当有 " + told.size() + " 字节，现在有 " + now.size() + " 字节");
    }

    private static void write(FileChannel out, ByteBuffer rest) throws IOException {
        while (rest.hasRemaining()) {
            out.write(rest);
        }
    }

    private static String fingerprint(byte[] block, int length) {
        MessageDigest digest = Sm3.digest();
        digest.update(block, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }
}
