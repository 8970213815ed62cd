package org.fangxin.safety;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes a connection and then never says a word. */
final class Gateway implements AutoCloseable {
    private static final int WAITING = 50;

    private final ServerSocket door;
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    Gateway() throws IOException {
        door = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("silent-gateway").start(this::hold);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many came in and wait. */
    int held() {
        return held.size();
    }

    private void hold() {
        try {
            while (!door.isClosed()) {
                held.add(door.accept());
            }
        } catch (IOException closed) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket one : held) {
            one.close();
        }
    }
}
