package org.fangxin.cipher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The key file: JSON, readable by its owner alone, replaced as a whole and never half written. */
final class KeyFile {

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
        SecretFile.write(path, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }
}
