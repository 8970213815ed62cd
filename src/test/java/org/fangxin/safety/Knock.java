package org.fangxin.safety;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The first words of a PostgreSQL client, and what is said to them: in at once, a password asked for, or refused. */
final class Knock {
    private static final int PROTOCOL = 196_608;
    private static final int LONGEST_ANSWER = 4_096;
    private static final int PATIENCE_MS = 5_000;
    private static final int LENGTH_BYTES = 4;

    private Knock() {}

    /** @param replication empty for an ordinary session */
    static Tries.Told at(String name, SocketAddress where, String user, String database, String replication) {
        try (SocketChannel channel = SocketChannel.open(where)) {
            channel.write(startup(user, database, replication));
            return judged(name, answer(channel));
        } catch (IOException closed) {
            return new Tries.Told(name, Tries.End.REFUSED, String.valueOf(closed.getMessage()));
        }
    }

    private static ByteBuffer startup(String user, String database, String replication) {
        List<String> words = new ArrayList<>(List.of("user", user, "database", database));
        if (!replication.isEmpty()) {
            words.addAll(List.of("replication", replication));
        }
        byte[] body = (String.join("\0", words) + "\0\0").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * LENGTH_BYTES + body.length)
                .putInt(2 * LENGTH_BYTES + body.length)
                .putInt(PROTOCOL)
                .put(body)
                .flip();
    }

    /** What is said first; a door behind which nobody speaks this language may say nothing. */
    private static ByteBuffer answer(SocketChannel channel) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            if (selector.select(PATIENCE_MS) > 0) {
                channel.read(answer);
            }
        }
        return answer.flip();
    }

    private static Tries.Told judged(String name, ByteBuffer answer) {
        if (answer.remaining() <= 2 * LENGTH_BYTES) {
            return new Tries.Told(name, Tries.End.REFUSED, "nothing said");
        }
        char first = (char) answer.get(0);
        if (first == 'R') {
            int asked = answer.getInt(1 + LENGTH_BYTES);
            return asked == 0
                    ? new Tries.Told(name, Tries.End.LET_IN, "without a password")
                    : new Tries.Told(name, Tries.End.REFUSED, "asks for a password (" + asked + ")");
        }
        return new Tries.Told(
                name,
                Tries.End.REFUSED,
                first == 'E' ? "refused (" + state(answer) + ")" : "another language: " + words(answer));
    }

    private static String state(ByteBuffer answer) {
        for (String field : words(answer).substring(1 + LENGTH_BYTES).split("\0")) {
            if (field.startsWith("C")) {
                return field.substring(1);
            }
        }
        return "?";
    }

    private static String words(ByteBuffer answer) {
        String all = StandardCharsets.ISO_8859_1.decode(answer.duplicate()).toString();
        return all.startsWith("HTTP/") ? all.lines().findFirst().orElse("") : all;
    }
}
