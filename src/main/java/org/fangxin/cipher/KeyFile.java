package org.fangxin.cipher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The key file: JSON, readable by its owner alone, replaced as a whole and never half written. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    /** One key. {@code material} is base64 in the file. */
    record Entry(int number, KeyUse use, boolean active, String createdAt, byte[] material) {}

    /** The file's content. */
    record Content(int version, List<Entry> keys) {}

    private final Path path;
    private final JsonMapper json;

    KeyFile(Path path, JsonMapper json) {
        this.path = path.toAbsolutePath().normalize();
        this.json = json;
    }

    Content read() throws IOException {
        if (!Files.exists(path)) {
            return new Content(1, List.of());
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.stream().anyMatch(one -> !one.name().startsWith("OWNER_"))) {
            throw new IllegalStateException("密钥文件 " + path + " 别人也能读写。请先执行 chmod 600，再启动。");
        }
        return json.readValue(Files.readAllBytes(path), Content.class);
    }

    void write(Content content) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        }
        Path fresh = folder.resolve(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        byte[] bytes = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        writeThrough(fresh, bytes);
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException other) {
            throw new IllegalStateException("另一个程序正在写密钥文件 " + file + "。", other);
        }
    }
}
