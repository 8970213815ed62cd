package org.fangxin.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** The line between the program and its database: goes through, slowly, not at all without a word, or breaks. */
final class FaultyLine implements AutoCloseable {
    private static final int WAITING = 50;
    private static final int PIECE = 16_384;
    private static final long LOOK_NANOS = 10_000_000;
    private static final double NANOS = 1e9;
    /** One megabit. */
    private static final double SLOW_BYTES_A_SECOND = 125_000;

    enum State {
        THROUGH,
        SLOW,
        SILENT
    }

    private final ServerSocket door;
    private final int server;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile State state = State.THROUGH;

    FaultyLine(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("line").start(this::connect);
    }

    int port() {
        return door.getLocalPort();
    }

    void is(State now) {
        state = now;
    }

    /** Every connection ends at once, with a reset. */
    void breakAll() {
        for (Socket one : ends) {
            try {
                one.setSoLinger(true, 0);
            } catch (SocketException gone) {
                // it has ended by itself
                ends.remove(one);
            }
            end(one);
        }
    }

    private void connect() {
        try {
            while (!door.isClosed()) {
                Socket program = door.accept();
                ends.add(program);
                Thread.ofPlatform().daemon().name("line-new").start(() -> join(program));
            }
        } catch (IOException closed) {
            return;
        }
    }

    /** A new connection waits behind a silent line too. */
    private void join(Socket program) {
        try {
            awaitThrough();
            Socket database = new Socket(InetAddress.getLoopbackAddress(), server);
            ends.add(database);
            Thread.ofPlatform().daemon().name("line-back").start(() -> pass(database, program));
            pass(program, database);
        } catch (IOException refused) {
            end(program);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int many = in.read(piece); many >= 0; many = in.read(piece)) {
                awaitThrough();
                if (state == State.SLOW) {
                    LockSupport.parkNanos((long) (many / SLOW_BYTES_A_SECOND * NANOS));
                }
                out.write(piece, 0, many);
            }
        } catch (IOException broken) {
            end(from);
        } finally {
            end(to);
        }
    }

    private void awaitThrough() {
        while (state == State.SILENT && !door.isClosed()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void end(Socket one) {
        ends.remove(one);
        try {
            one.close();
        } catch (IOException gone) {
            ends.remove(one);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakAll();
    }
}
