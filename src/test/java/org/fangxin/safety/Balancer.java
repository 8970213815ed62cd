package org.fangxin.safety;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A real haproxy in front of two instances, set up as docs/runbooks/two-instances.zh-CN.md says. */
final class Balancer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/haproxy");
    private static final int STATES_PORT = 8138;
    private static final int NAME_COLUMN = 1;
    private static final int STATUS_COLUMN = 17;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 100_000_000;

    private static final String SETTINGS = """
            global
              maxconn 2000
              stats socket ipv4@127.0.0.1:%d level user
            defaults
              mode http
              timeout connect 5s
              timeout client 60s
              timeout server 60s
              timeout check 5s
              retries 3
              option redispatch
            frontend door
              bind 127.0.0.1:%d
              http-request del-header X-Forwarded-For
              http-request del-header X-Forwarded-Host
              option forwardfor
              default_backend fangxin
            backend fangxin
              balance roundrobin
              option httpchk GET /actuator/health/readiness
              default-server check inter 1s fall 3 rise 2
              server %s 127.0.0.1:%d
              server %s 127.0.0.1:%d
            """;

    private final Process process;

    private Balancer(Process process) {
        this.process = process;
    }

    /** Why there can be none here. */
    static Optional<String> missing() {
        return Files.isExecutable(PROGRAM)
                ? Optional.empty()
                : Optional.of("找不到 haproxy（" + PROGRAM + "）。请安装：apt-get install haproxy");
    }

    static Balancer start(Home home, TwoInstances instances) throws IOException {
        Path settings = home.path().resolveSibling("haproxy.cfg");
        Files.writeString(
                settings,
                SETTINGS.formatted(
                        STATES_PORT,
                        Program.PORT,
                        instances.name(0),
                        instances.port(0),
                        instances.name(1),
                        instances.port(1)));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-db", "-f", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.path().resolveSibling("haproxy.log").toFile())
                .start();
        home.record(process.toHandle());
        return new Balancer(process);
    }

    /** Waits until it sends requests to that instance. */
    void awaitUp(String name) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!status(name).startsWith("UP")) {
            if (System.nanoTime() > until) {
                throw new IOException("The balancer does not take " + name + ": " + status(name));
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private String status(String name) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), STATES_PORT)) {
            socket.getOutputStream().write("show stat\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(columns -> columns.length > STATUS_COLUMN && columns[NAME_COLUMN].equals(name))
                    .map(columns -> columns[STATUS_COLUMN])
                    .findFirst()
                    .orElse("unknown");
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
