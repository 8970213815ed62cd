package org.fangxin.retention.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.cipher.CheckpointSeal;
import org.fangxin.retention.DisposalList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was disposed of, kept outside the database: a backup from before brings nothing back. One line a list or a case: its number, what
 * it is, as JSON, and the SM2 signature of these, by the key of the audit log's checkpoints. On disk before the database forgets.
 */
@Component
public class DisposalRegister {
    private static final String LIST = "LIST";
    private static final String CASE = "CASE";

    /** A case that was disposed of. */
    public record Gone(String listNo, String caseNo, Instant at) {}

    /** All that was written. */
    public record Content(List<DisposalList> lists, List<Gone> cases) {}

    private final Path file;
    private final CheckpointSeal seal;
    private final JsonMapper json;

    DisposalRegister(@Value("${fangxin.home:./var}") Path home, CheckpointSeal seal, JsonMapper json) {
        this.file = home.resolve("secrets").resolve("disposals.txt").toAbsolutePath();
        this.seal = seal;
        this.json = json;
    }

    /** Before its first case is disposed of; again is nothing. */
    synchronized void note(DisposalList list) {
        if (content().lists().stream().noneMatch(one -> one.listNo().equals(list.listNo()))) {
            append(LIST, json.writeValueAsString(list));
        }
    }

    /** Before the database's transaction ends. A line twice, after a crash in between, means the same as once. */
    synchronized void note(Gone gone) {
        append(CASE, json.writeValueAsString(gone));
    }

    /** @throws IllegalStateException when a line was not written by this program or is missing */
    public synchronized Content content() {
        List<DisposalList> lists = new ArrayList<>();
        List<Gone> cases = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            String[] parts = parts(line, number);
            if (parts[1].equals(LIST)) {
                lists.add(json.readValue(parts[2], DisposalList.class));
            } else {
                Gone gone = json.readValue(parts[2], Gone.class);
                if (seen.add(gone.caseNo())) {
                    cases.add(gone);
                }
            }
        }
        return new Content(lists, cases);
    }

    /** Number, what it is, JSON. */
    private String[] parts(String line, int number) {
        int last = line.lastIndexOf(' ');
        String text = line.substring(0, Math.max(0, last));
        String[] parts = text.split(" ", 3);
        if (parts.length < 3
                || !parts[0].equals(Integer.toString(number))
                || !seal.holds(text, line.substring(last + 1))) {
            throw new IllegalStateException("销毁登记 secrets/disposals.txt 第 " + number + " 行被改动或者缺失。请从封存的副本放回。");
        }
        return parts;
    }

    private void append(String what, String body) {
        int number = dropTorn() + 1;
        String text = number + " " + what + " " + body;
        byte[] line = (text + " " + seal.sign(text) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the disposal register cannot be written", unwritable);
        }
    }

    /** What a power cut left half written was never told to anybody; the number of whole lines. */
    private int dropTorn() {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                return 0;
            }
            List<String> whole = lines();
            long length = whole.stream()
                    .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1L)
                    .sum();
            try (FileChannel all = FileChannel.open(file, StandardOpenOption.WRITE)) {
                if (all.size() > length) {
                    all.truncate(length);
                }
            }
            return whole.size();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the disposal register cannot be written", unwritable);
        }
    }

    /** The whole ones. */
    private List<String> lines() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            String all = Files.readString(file);
            return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the disposal register cannot be read", unreadable);
        }
    }
}
