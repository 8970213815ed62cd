package org.fangxin.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A mail server that takes everything and counts how often each Message-ID came. */
final class Postbox implements AutoCloseable {
    private static final int WAITING = 50;
    private static final String ID = "message-id:";

    private final ServerSocket door;
    private final long takesNanos;
    private final Map<String, Integer> came = new ConcurrentHashMap<>();

    /** @param takesNanos how long it thinks over each mail that it has taken, before it says so */
    Postbox(long takesNanos) throws IOException {
        this.takesNanos = takesNanos;
        door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("postbox").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often each came. */
    Map<String, Integer> came() {
        return Map.copyOf(came);
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket socket = door.accept();
                Thread.ofPlatform().daemon().name("postbox-one").start(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 postbox");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String word = line.toUpperCase(Locale.ROOT);
                if (word.startsWith("DATA")) {
                    say(out, "354 go on");
                    if (!take(in)) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (word.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException cut) {
            // whoever was stopped in the middle of a mail is gone; what came whole has been counted
            return;
        }
    }

    /** Whether the whole mail came: one that breaks off before its last line is none. */
    private boolean take(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                came.merge(id, 1, Integer::sum);
                LockSupport.parkNanos(takesNanos);
                return true;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith(ID)) {
                id = line.substring(ID.length()).strip();
            }
        }
        return false;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
