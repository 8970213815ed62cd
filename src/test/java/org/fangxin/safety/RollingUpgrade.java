package org.fangxin.safety;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * R13: two instances behind a balancer are stopped and started in turn while people read and submit, messages are sent and
 * cases are assigned by rule; what went wrong for anybody, and what was done twice.
 */
final class RollingUpgrade implements Experiment {
    private static final int CLIENTS = 16;
    private static final String DRAIN = "8s";
    private static final long LOOK_NANOS = 50_000_000;
    private static final long SETTLE_NANOS = 2_000_000_000;
    private static final double NANOS = 1e9;

    /** What the next version adds to the tables; rooms number their steps themselves, so one of them is not the last. */
    private static final Map<String, String> NEXT_VERSION = Map.of(
            "V9001__next_version.sql", "create table casefile.of_next_version (case_id bigint)",
            "V1_1__next_version_of_an_early_room.sql", "alter table casefile.case_file add column next_version text");

    @Override
    public String id() {
        return "R13";
    }

    @Override
    public String promise() {
        return "两个程序在 haproxy 后面轮流停下再启动：没有一个请求失败，来件不丢、不重，告知只发一次，定时的事只做一次；要停的先说不再接，手上的请求做完";
    }

    @Override
    public String plant() {
        return "不先退出就停（FANGXIN_DRAIN=0s、server.shutdown=immediate）";
    }

    @Override
    public int usualRounds() {
        return 2;
    }

    @Override
    public String unit() {
        return "rolls of both";
    }

    @Override
    public Optional<String> missing() {
        return Balancer.missing();
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "r13", Map.of("FANGXIN_DRAIN", DRAIN));
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 1, "r13-control", Map.of("FANGXIN_DRAIN", "0s", "SERVER_SHUTDOWN", "immediate"));
    }

    private static Outcome run(Setting setting, int rounds, String name, Map<String, String> how) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), name);
        try (Postbox postbox = new Postbox(0);
                Ledger ledger = new Ledger(home.path().resolve("ledger"));
                TwoInstances two = TwoInstances.on(home, GatewayHung.mailThrough(postbox.port()), how);
                Balancer balancer = Balancer.start(home, two)) {
            two.startBoth(balancer);
            home.run(ScheduledWork.ASSIGNS_BY_RULE);
            Verdict verdict = new Verdict(home, two.settings());
            Passers passers = new Passers(ledger, name, Asker.signedIn("kezhang"));
            passers.start(CLIENTS);
            List<Double> seconds = new ArrayList<>();
            for (int turn = 0; turn < rounds * 2; turn++) {
                LockSupport.parkNanos(SETTLE_NANOS);
                home.run(GatewayHung.DUE, ScheduledWork.BY_NIGHT_TOO);
                // both go to the next version, then both back, and so on
                boolean next = turn / 2 % 2 == 0;
                seconds.add(roll(two, balancer, turn % 2, next ? nextVersion(home) : Map.of(), verdict));
            }
            passers.leave();
            passers.failures()
                    .forEach((what, times) -> Collections.nCopies(times, what).forEach(one -> verdict.broken(one, "")));
            return judged(rounds, home, ledger, passers, postbox, seconds, verdict);
        } finally {
            home.delete();
        }
    }

    private static Outcome judged(
            int rounds,
            Home home,
            Ledger ledger,
            Passers passers,
            Postbox postbox,
            List<Double> seconds,
            Verdict verdict)
            throws IOException, InterruptedException, SQLException {
        verdict.hold(ledger);
        verdict.chains();
        ScheduledWork work = ScheduledWork.done(home, postbox);
        work.twice().forEach(verdict::broken);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("reads", passers.reads());
        figures.put("submissions", passers.submissions());
        figures.put("sentAgain", verdict.replayed());
        figures.putAll(work.figures());
        figures.put("secondsOfARollMost", Collections.max(seconds));
        return new Outcome(rounds, figures, verdict.breaks());
    }

    /** One instance stops and starts again; how long it was away. */
    private static double roll(
            TwoInstances two, Balancer balancer, int which, Map<String, String> version, Verdict verdict)
            throws Exception {
        long begun = System.nanoTime();
        CompletableFuture<Integer> underWay = slowUpload(two.port(which), "slow-" + begun);
        LockSupport.parkNanos(SETTLE_NANOS);
        two.program(which).ask();
        leaving(two, which, verdict);
        two.program(which).awaitEnd();
        int status = underWay.exceptionally(cut -> 0).join();
        if (status != 201) {
            verdict.broken("a request under way was not finished", "answered " + status);
        }
        two.start(which, version);
        balancer.awaitUp(two.name(which));
        return (System.nanoTime() - begun) / NANOS;
    }

    /** The same program with more steps for the database. */
    private static Map<String, String> nextVersion(Home home) throws IOException {
        Path steps = Files.createDirectories(home.path().resolve("next-version"));
        for (Map.Entry<String, String> step : NEXT_VERSION.entrySet()) {
            Files.writeString(steps.resolve(step.getKey()), step.getValue());
        }
        return Map.of("SPRING_FLYWAY_LOCATIONS", "classpath:db/migration,filesystem:" + steps);
    }

    /** It says that it is not ready, and answers all the same. */
    private static void leaving(TwoInstances two, int which, Verdict verdict) throws IOException, InterruptedException {
        URI root = URI.create("http://127.0.0.1:" + two.port(which));
        try (HttpClient http = Crowd.client()) {
            int ready = status(http, root.resolve("/actuator/health/readiness"));
            while (ready == 200) {
                LockSupport.parkNanos(LOOK_NANOS);
                ready = status(http, root.resolve("/actuator/health/readiness"));
            }
            int answer = status(http, root.resolve("/api/v1/law/rules"));
            if (ready != 503 || answer != 200) {
                verdict.broken("the door was closed before readiness went down", ready + ", " + answer);
            }
        }
    }

    /** 0 when nobody answers. */
    private static int status(HttpClient http, URI where) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(where).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException closed) {
            return 0;
        }
    }

    /** A file that takes twelve seconds to arrive: longer than the instance's door stays open. */
    private static CompletableFuture<Integer> slowUpload(int port, String key) throws IOException {
        FilePart file = new FilePart(key + ".txt", "text/plain", Form.file(key));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/attachments"))
                .header("Content-Type", FilePart.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Dripping(file.bytes())))
                .build();
        return Crowd.client()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    /** Bytes of which so many come at a time. */
    private static final class Dripping extends ByteArrayInputStream {
        private static final int DRIPS = 60;
        private static final long EVERY_NANOS = 200_000_000;
        private final int drip;

        Dripping(byte[] all) {
            super(all);
            this.drip = all.length / DRIPS;
        }

        @Override
        public synchronized int read(byte[] into, int at, int most) {
            LockSupport.parkNanos(EVERY_NANOS);
            return super.read(into, at, Math.min(most, drip));
        }
    }
}
