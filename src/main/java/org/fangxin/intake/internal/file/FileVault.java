package org.fangxin.intake.internal.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.PrivateFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder {@code files} of the program's home: sealed files named by their random ids, readable by the program alone,
 * on disk before anybody is told that they are there.
 */
@Component
public final class FileVault {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int ID_BYTES = 16;

    private final Path folder;
    private final Ciphers ciphers;
    private final SecureRandom random = new SecureRandom();

    FileVault(@Value("${fangxin.home:./var}") Path home, Ciphers ciphers) throws IOException {
        this.folder = PrivateFolder.at(home.resolve("files"));
        this.ciphers = ciphers;
    }

    /** 128 random bits: knowing one says nothing of another. */
    public String freshId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A file to work in, in clear, for the caller to delete at once. */
    public Path workFile() throws IOException {
        return Files.createTempFile(
                PrivateFolder.at(folder.resolve("work")), "", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    /** Seals a file under an id, durably; returns the SM3 of its content. */
    public String keep(String id, Path plain) throws IOException {
        Path target = path(id);
        Path shelf = shelf(java.util.Objects.requireNonNull(target.getParent()));
        Path part = target.resolveSibling(id + ".part");
        MessageDigest digest = Sm3.digest();
        Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (InputStream in = new java.security.DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(plain)), digest);
                FileOutputStream file = new FileOutputStream(part.toFile());
                OutputStream out = new BufferedOutputStream(file)) {
            new SealedFile(ciphers.party(), id).seal(in, out);
            out.flush();
            file.getFD().sync();
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        force(shelf);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Nobody writes into a folder that is not on disk itself: with the power it would be lost, and all that is in it. */
    private synchronized Path shelf(Path shelf) throws IOException {
        if (!Files.exists(shelf)) {
            PrivateFolder.at(shelf);
            force(folder);
        }
        return shelf;
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    /** The content in clear, piece by piece; the caller closes it. */
    public InputStream open(String id) throws IOException {
        return new SealedFile(ciphers.party(), id).open(Files.newInputStream(path(id)));
    }

    public boolean has(String id) {
        return Files.exists(path(id));
    }

    public void delete(String id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    /** Ids of kept files older than the instant, and leftovers of writes that never ended are removed. */
    public List<String> olderThan(Instant before) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            List<Path> old = all.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().lastModified() < before.toEpochMilli())
                    .toList();
            for (Path file : old) {
                if (!ID.matcher(file.getFileName().toString()).matches()) {
                    Files.deleteIfExists(file);
                }
            }
            return old.stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> ID.matcher(name).matches())
                    .toList();
        }
    }

    private Path path(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a file");
        }
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }
}
