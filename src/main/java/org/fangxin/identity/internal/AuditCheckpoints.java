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
import java.util.Objects;
import java.util.Set;
import org.fangxin.cipher.CheckpointSeal;
import org.fangxin.identity.store.AuditStore.Head;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Heads of the audit log as they once were, kept outside the database: whoever cuts the log's end or puts back an older
 * database, head and all, cannot cut this file with the database's rights, and cannot write a line of it without the key. One
 * line a head: number, link, SM2 signature of the two. The public half lies beside it, for a machine that gets copies.
 */
@Component
final class AuditCheckpoints {
    private final Path file;
    private final CheckpointSeal seal;

    @Autowired
    AuditCheckpoints(@Value("${fangxin.home:./var}") Path home, CheckpointSeal seal) {
        this.file = home.resolve("secrets").resolve("audit-checkpoints.txt").toAbsolutePath();
        this.seal = seal;
        if (seal.isFresh()) {
            signAll();
            seal.keep();
        }
        dropTorn();
        requireSigned();
        publish();
    }

    /**
     * All of them, by number.
     *
     * @throws CheckpointForged when a line was not written by this program
     */
    synchronized Map<Long, String> all() {
        Map<Long, String> heads = new HashMap<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (!line.isBlank()) {
                Head head = head(line, number);
                heads.put(head.seq(), head.link());
            }
        }
        return heads;
    }

    /** Adds a head unless it is there. */
    synchronized void add(Head head) {
        if (head.seq() != 0 && !all().containsKey(head.seq())) {
            dropTorn();
            write(file, List.of(line(head.seq(), head.link())), StandardOpenOption.APPEND);
        }
    }

    /** Moves these into a file of their own; its name. */
    synchronized String setAside(Map<Long, String> gone) {
        Path kept = file.resolveSibling("audit-checkpoints-before-restore.txt");
        List<String> stay = new ArrayList<>();
        List<String> leave = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (!line.isBlank()) {
                (gone.containsKey(head(line, number).seq()) ? leave : stay).add(line);
            }
        }
        write(kept, leave, StandardOpenOption.APPEND);
        replace(stay);
        return String.valueOf(kept.getFileName());
    }

    /** Before the program begins: with a forged line nothing that it says of the log could be believed. */
    private void requireSigned() {
        all();
    }

    /** What was noted before there was a key, once; a signature of a program that was killed before it kept its key is made anew. */
    private synchronized void signAll() {
        List<String> signed = new ArrayList<>();
        for (String line : lines()) {
            String[] parts = line.split(" ");
            if (parts.length >= 2) {
                signed.add(line(Long.parseLong(parts[0]), parts[1]));
            }
        }
        if (!signed.isEmpty()) {
            replace(signed);
        }
    }

    private void publish() {
        Path key = file.resolveSibling("audit-checkpoint-public-key.txt");
        if (!Files.exists(key)) {
            write(key, List.of(seal.publicKey()), StandardOpenOption.APPEND);
        }
    }

    private String line(long seq, String link) {
        String text = seq + " " + link;
        return text + " " + seal.sign(text);
    }

    private Head head(String line, int number) {
        int last = line.lastIndexOf(' ');
        int first = line.indexOf(' ');
        if (first < 1 || last <= first || !seal.holds(line.substring(0, last), line.substring(last + 1))) {
            throw new CheckpointForged(file, number, first < 1 ? "" : line.substring(0, first));
        }
        return new Head(Long.parseLong(line.substring(0, first)), line.substring(first + 1, last));
    }

    /** A line that a full disk or a power cut left without its end was never noted. */
    private void dropTorn() {
        String text = text();
        if (!text.isEmpty() && !text.endsWith("\n")) {
            replace(lines());
        }
    }

    private List<String> lines() {
        String text = text();
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the audit checkpoints", unreadable);
        }
    }

    private void replace(List<String> lines) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            write(fresh, lines, StandardOpenOption.CREATE_NEW);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the audit checkpoints", full);
        }
    }

    private static void write(Path target, List<String> lines, StandardOpenOption how) {
        Set<StandardOpenOption> options = how == StandardOpenOption.APPEND
                ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                : Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        try {
            Files.createDirectories(
                    Objects.requireNonNull(target.getParent()),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (FileChannel channel = FileChannel.open(target, options, owner)) {
                ByteBuffer rest = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the audit checkpoints", full);
        }
    }
}
