package org.fangxin.safety;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** S16: somebody opens hundreds of connections and says a byte now and then; whether others are answered as before. */
final class SlowConnections implements Experiment {
    private static final int CONNECTIONS = 200;
    private static final int SUBMISSIONS = 40;
    private static final int FULL_MS = 10_000;
    private static final long DRIP_NANOS = 500_000_000;
    private static final double NANOS = 1e9;
    private static final double MOST_SLOWER = 3;
    private static final double LEAST_ANSWERED = 0.95;

    /** Where such a connection stops to talk. */
    private enum Slow {
        HEADERS("POST /api/v1/submissions HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
        BODY("POST /api/v1/submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: slow\r\nContent-Length: 100000\r\n\r\n{\"content\": \""),
        UPLOAD("POST /api/v1/attachments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\nContent-Type: "
                + FilePart.CONTENT_TYPE + "\r\n\r\n--");

        private final String begin;

        Slow(String begin) {
            this.begin = begin;
        }
    }

    @Override
    public String id() {
        return "S16";
    }

    @Override
    public String promise() {
        return "几百个连接一个字节一个字节地拖（请求头、正文、上传）：别人的提交至少 95% 当场成功，不明显变慢";
    }

    @Override
    public String plant() {
        return "只容一百个连接的服务器";
    }

    @Override
    public int usualRounds() {
        return Slow.values().length;
    }

    @Override
    public String unit() {
        return "attacks";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "s16", Map.of());
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(
                setting,
                1,
                "s16-control",
                Map.of("SERVER_TOMCAT_MAXCONNECTIONS", "100", "SERVER_TOMCAT_ACCEPTCOUNT", "1"));
    }

    private static Outcome run(Setting setting, int rounds, String name, Map<String, String> settings)
            throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), name);
        Map<String, String> breaks = new LinkedHashMap<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        try (Program program = Program.start(home, settings)) {
            program.awaitReady();
            submit(name + "-warm", new ArrayList<>());
            for (int round = 0; round < rounds; round++) {
                Slow slow = Slow.values()[round % Slow.values().length];
                List<Double> before = new ArrayList<>();
                List<Double> during = new ArrayList<>();
                submit(name + "-before-" + round, before);
                try (Attackers attackers = new Attackers(slow)) {
                    submit(name + "-during-" + round, during);
                    figures.put(
                            slow.name(),
                            Map.of(
                                    "opened", attackers.opened(),
                                    "held", attackers.open(),
                                    "answered", during.size(),
                                    "medianSecondsBefore", median(before),
                                    "medianSecondsDuring", during.isEmpty() ? -1 : median(during)));
                }
                judge(slow, before, during, breaks);
            }
            if (!program.alive()) {
                breaks.put("the program ended", "");
            }
            return new Outcome(rounds, figures, breaks);
        } finally {
            home.delete();
        }
    }

    /** With a full door the attack is as strong as it can be; others tell what it does. */
    private static void judge(Slow slow, List<Double> before, List<Double> during, Map<String, String> breaks) {
        if (during.size() < SUBMISSIONS * LEAST_ANSWERED) {
            breaks.put(
                    "others are not answered while connections are slow: " + slow,
                    during.size() + " of " + SUBMISSIONS);
        } else if (median(during) > median(before) * MOST_SLOWER * ProgramKilled.slowness()) {
            breaks.put("others wait longer: " + slow, median(before) + " s, then " + median(during) + " s");
        }
    }

    /** Others' submissions, each over a connection of its own; those that were taken, with their seconds. */
    private static void submit(String name, List<Double> took) throws IOException, InterruptedException {
        for (int i = 0; i < SUBMISSIONS; i++) {
            HttpClient http = Crowd.client();
            long begun = System.nanoTime();
            try {
                if (Crowd.again(http, new Form(name + "-" + i, Form.Kind.COMPLAINT, null)) != null) {
                    took.add((System.nanoTime() - begun) / NANOS);
                }
            } catch (IOException notAnswered) {
                if (i >= 1 && took.isEmpty()) {
                    // nobody gets in: two that waited a minute say it as well as forty
                    return;
                }
            }
        }
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    /** All slow connections of one attack, from one address; a byte goes over each twice a second. */
    private static final class Attackers implements AutoCloseable {
        private final List<Socket> sockets = Collections.synchronizedList(new ArrayList<>());
        private final AtomicBoolean on = new AtomicBoolean(true);
        private final Thread drip;
        private int opened;

        Attackers(Slow slow) throws IOException {
            while (sockets.size() < CONNECTIONS && open(slow)) {
                opened++;
            }
            drip = Thread.ofPlatform().daemon().name("slow").start(this::drip);
        }

        /** False when the server's door is full: what is open already is the attack then. */
        private boolean open(Slow slow) throws IOException {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Program.PORT), FULL_MS);
            } catch (SocketTimeoutException full) {
                socket.close();
                return false;
            }
            socket.getOutputStream().write(slow.begin.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return sockets.add(socket);
        }

        private void drip() {
            while (on.get()) {
                List.copyOf(sockets).forEach(socket -> {
                    try {
                        socket.getOutputStream().write('a');
                    } catch (IOException cut) {
                        sockets.remove(socket);
                    }
                });
                LockSupport.parkNanos(DRIP_NANOS);
            }
        }

        /** How many came in at the beginning. */
        int opened() {
            return opened;
        }

        /** How many the server still holds. */
        int open() {
            return sockets.size();
        }

        @Override
        public void close() throws IOException, InterruptedException {
            on.set(false);
            drip.join();
            for (Socket socket : List.copyOf(sockets)) {
                socket.close();
            }
        }
    }
}
