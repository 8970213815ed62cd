package org.fangxin.safety;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A way out of the sandbox's own network that leads nowhere and is counted: every packet to another machine, and every question
 * for a name, leaves by one card whose other end nobody listens at. Also a name of this machine that stands in a file of it.
 */
final class Outside implements AutoCloseable {
    /** An address of nobody's (RFC 5737) and a name of nobody's (RFC 6761). */
    static final String ADDRESS = "192.0.2.9";

    static final String NAME = "reached.fangxin.test";
    static final Path HOST_NAME = Path.of("/etc/hostname");

    private static final String CARD = "outside";
    private static final String OTHER_END = "nobody";
    private static final String MAC = "02:00:00:00:00:01";
    private static final String RESOLVER = "nameserver 192.0.2.53\noptions timeout:1 attempts:1\n";
    private static final int SENT_PACKETS = 9;
    private static final long LOOK_NANOS = 500_000_000;
    private static final int QUIET_LOOKS = 6;
    private static final int MOST_LOOKS = 120;

    private final List<Path> covered;

    private Outside(List<Path> covered) {
        this.covered = covered;
    }

    /** @param hostName what the file of this machine's name says in here */
    static Outside open(Path work, String hostName) throws IOException, InterruptedException {
        Command.run("ip", "link", "add", CARD, "type", "veth", "peer", "name", OTHER_END);
        for (String end : List.of(CARD, OTHER_END)) {
            // no address of the card's own, which it would announce
            Command.run("ip", "link", "set", end, "addrgenmode", "none");
            Command.run("ip", "link", "set", end, "up");
        }
        way("-4", "192.0.2.2/24", "192.0.2.1");
        way("-6", "2001:db8::2/64", "2001:db8::1");
        Path resolver = Path.of("/etc/resolv.conf");
        cover(resolver, work.resolve("resolver"), RESOLVER);
        cover(HOST_NAME, work.resolve("host-name"), hostName + "\n");
        return new Outside(List.of(resolver, HOST_NAME));
    }

    private static void way(String family, String address, String gateway) throws IOException, InterruptedException {
        Command.run("ip", family, "addr", "add", address, "dev", CARD);
        Command.run("ip", family, "neigh", "add", gateway, "lladdr", MAC, "dev", CARD);
        Command.run("ip", family, "route", "add", "default", "via", gateway, "dev", CARD);
    }

    private static void cover(Path file, Path with, String text) throws IOException, InterruptedException {
        Files.writeString(with, text);
        Command.run("mount", "--bind", with.toString(), file.toString());
    }

    /** Packets that left so far. */
    long packets() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/net/dev"), StandardCharsets.US_ASCII)) {
            String[] parts = line.strip().split("[:\\s]+");
            if (parts[0].equals(CARD)) {
                return Long.parseLong(parts[1 + SENT_PACKETS]);
            }
        }
        throw new IOException("the rig: no such card");
    }

    /** Waits until the card itself has said what it says after it was plugged in. */
    void awaitQuiet() throws IOException {
        long before = packets();
        int quiet = 0;
        for (int look = 0; quiet < QUIET_LOOKS; look++) {
            if (look > MOST_LOOKS) {
                throw new IOException("the rig: the card is never quiet");
            }
            LockSupport.parkNanos(LOOK_NANOS);
            quiet = packets() == before ? quiet + 1 : 0;
            before = packets();
        }
    }

    /** Whether a packet of ours and a question of ours for a name are counted. */
    boolean counts() throws IOException {
        long before = packets();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, new InetSocketAddress(ADDRESS, SENT_PACKETS)));
        }
        long after = packets();
        return after > before && asked(NAME) && packets() > after;
    }

    private static boolean asked(String name) {
        try {
            return InetAddress.getByName(name) == null;
        } catch (UnknownHostException nobodyAnswers) {
            return true;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Path one : covered) {
            Command.run("umount", one.toString());
        }
        Command.run("ip", "link", "del", CARD);
    }
}
