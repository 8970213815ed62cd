package org.fangxin.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What clients sent and what they were told, on disk before the next step: a line before sending, a line after the answer.
 * Only what is in this file counts as told.
 */
final class Ledger implements AutoCloseable {
    private static final int CREATED = 201;
    private static final String NONE = "-";

    private final Path file;
    private final FileChannel lines;
    private final InstantSource clock = InstantSource.system();

    /** One submission as the file tells it. */
    static final class Line {
        final Form form;
        final String digest;
        private final Instant sentAt;
        private int status;
        private @Nullable String caseNo;
        private Instant answeredAt = Instant.MAX;

        private Line(Form form, String digest, Instant sentAt) {
            this.form = form;
            this.digest = digest;
            this.sentAt = sentAt;
        }

        /** A success with a case number that reached the file, and nothing else. */
        boolean acknowledged() {
            return status == CREATED && caseNo != null;
        }

        /** Whether it was acknowledged by then. */
        boolean acknowledgedBy(Instant moment) {
            return acknowledged() && !answeredAt.isAfter(moment);
        }

        boolean sentAfter(Instant moment) {
            return sentAt.isAfter(moment);
        }

        @Nullable
        String caseNo() {
            return caseNo;
        }
    }

    Ledger(Path file) throws IOException {
        this.file = file;
        this.lines = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** On disk when this returns. */
    void sends(Form form) {
        write(
                "SENDS",
                form.key(),
                form.kind().name(),
                form.attachment() == null ? NONE : form.attachment(),
                form.digest(),
                clock.instant().toString());
    }

    /** @param status 0 when the connection broke before there was an answer */
    void got(String key, int status, @Nullable String caseNo) {
        write(
                "GOT",
                key,
                Integer.toString(status),
                caseNo == null ? NONE : caseNo,
                clock.instant().toString());
    }

    private void write(String... parts) {
        try {
            lines.write(ByteBuffer.wrap((String.join("\t", parts) + "\n").getBytes(StandardCharsets.UTF_8)));
            lines.force(false);
        } catch (IOException full) {
            throw new UncheckedIOException("the ledger cannot be written", full);
        }
    }

    /** All lines by key, read again from the file. */
    Map<String, Line> read() throws IOException {
        Map<String, Line> all = new LinkedHashMap<>();
        for (String text : Files.readAllLines(file)) {
            String[] parts = text.split("\t");
            if (parts[0].equals("SENDS")) {
                Form form = new Form(parts[1], Form.Kind.valueOf(parts[2]), parts[3].equals(NONE) ? null : parts[3]);
                all.put(parts[1], new Line(form, parts[4], Instant.parse(parts[5])));
            } else {
                Line line = java.util.Objects.requireNonNull(all.get(parts[1]));
                line.status = Integer.parseInt(parts[2]);
                line.caseNo = parts[3].equals(NONE) ? null : parts[3];
                line.answeredAt = Instant.parse(parts[4]);
            }
        }
        return all;
    }

    /** How often each status was answered; 0 stands for a connection that broke. */
    Map<Integer, Long> statuses() throws IOException {
        Map<Integer, Long> counts = new TreeMap<>();
        read().values().forEach(line -> counts.merge(line.status, 1L, Long::sum));
        return counts;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
