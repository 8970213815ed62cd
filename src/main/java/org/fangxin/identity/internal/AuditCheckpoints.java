package org.fangxin.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.identity.store.AuditStore.Head;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Heads of the audit log as they once were, kept outside the database: whoever cuts the log's end or puts back an older
 * database, head and all, cannot cut this file with the database's rights. One line a head: number, space, link.
 */
@Component
class AuditCheckpoints {
    private final Path file;

    AuditCheckpoints(@Value("${fangxin.home:./var}") Path home) {
        this.file = home.resolve("secrets").resolve("audit-checkpoints.txt").toAbsolutePath();
    }

    /** All of them, by number. */
    synchronized Map<Long, String> all() {
        Map<Long, String> heads = new HashMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    int space = line.indexOf(' ');
                    if (space > 0) {
                        heads.put(Long.valueOf(line.substring(0, space)), line.substring(space + 1));
                    }
                }
            }
            return heads;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the audit checkpoints", unreadable);
        }
    }

    /** Adds a head unless it is there. */
    synchronized void add(Head head) {
        if (head.seq() == 0 || all().containsKey(head.seq())) {
            return;
        }
        byte[] line = (head.seq() + " " + head.link() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            append(file, line);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the audit checkpoints", full);
        }
    }

    /** Moves these into a file of their own; its name. */
    synchronized String setAside(Map<Long, String> gone) {
        Path kept = file.resolveSibling("audit-checkpoints-before-restore.txt");
        try {
            List<String> stay = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (gone.entrySet().stream().noneMatch(one -> line.equals(one.getKey() + " " + one.getValue()))) {
                    stay.add(line);
                }
            }
            for (Map.Entry<Long, String> one : gone.entrySet()) {
                append(kept, (one.getKey() + " " + one.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            append(fresh, (String.join("\n", stay) + "\n").getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return String.valueOf(kept.getFileName());
        } catch (IOException full) {
            throw new UncheckedIOException("cannot set the audit checkpoints aside", full);
        }
    }

    private static void append(Path file, byte[] line) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(
                file, options, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
