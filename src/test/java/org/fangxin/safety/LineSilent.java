package org.fangxin.safety;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * R15: the line to an external database breaks, becomes slow, and falls silent without a word, while people submit; how long anybody
 * waits for an answer, how soon after it all is well again, and whether what was acknowledged is there once.
 */
final class LineSilent implements Experiment {
    private static final int CLIENTS = 8;
    private static final int SERVER_PORT = 5432;
    /** Longer than any call may last. */
    private static final long SILENT_NANOS = 165_000_000_000L;

    private static final long SLOW_NANOS = 15_000_000_000L;
    private static final long BETWEEN_NANOS = 5_000_000_000L;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    /** What was under way waits until its line is given up (65 s) and then for a connection (35 s); who came behind it, once more for one. */
    private static final double LONGEST_SECONDS = 145;

    private static final double HEALED_SECONDS = 15;
    private static final double NANOS = 1e9;
    private static final int CREATED = 201;
    private static final int BUSY = 503;
    private static final int FIRST_FAULT = 500;

    @Override
    public String id() {
        return "R15";
    }

    @Override
    public String promise() {
        return "程序和外接数据库之间的线路断开、变慢、无声无息将近三分钟：没有一个请求等一百四十五秒以上，线路好了以后十五秒内恢复，已确认的不丢不重";
    }

    @Override
    public String plant() {
        return "不设读超时（socketTimeout=0）";
    }

    @Override
    public int usualRounds() {
        return 1;
    }

    @Override
    public String unit() {
        return "silences";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "r15", "");
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 1, "r15-control", "?socketTimeout=0");
    }

    private static Outcome run(Setting setting, int rounds, String name, String more) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), name);
        try (FaultyLine line = new FaultyLine(SERVER_PORT);
                TwoInstances server = TwoInstances.on(home, Map.of(), through(line, more));
                Ledger ledger = new Ledger(home.path().resolve("ledger"))) {
            Verdict verdict = new Verdict(home, server.settings());
            Map<String, Object> figures = new LinkedHashMap<>();
            try (Program program = Program.startBeside(home, name + "-program", server.settings())) {
                program.awaitReady();
                for (int round = 0; round < rounds; round++) {
                    People people = new People(ledger, name + "-" + round);
                    people.come();
                    try {
                        faults(line, people, figures, verdict);
                    } finally {
                        people.leave();
                    }
                    people.judge(figures, verdict);
                }
                verdict.hold(ledger);
            }
            return new Outcome(rounds, figures, verdict.breaks());
        } finally {
            home.delete();
        }
    }

    private static Map<String, String> through(FaultyLine line, String more) {
        return Map.of(
                "FANGXIN_DEMO",
                "false",
                "FANGXIN_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + line.port() + "/fangxin" + more);
    }

    private static void faults(FaultyLine line, People people, Map<String, Object> figures, Verdict verdict)
            throws Exception {
        LockSupport.parkNanos(BETWEEN_NANOS);
        line.breakAll();
        healed("reset", people, figures, verdict);
        line.is(FaultyLine.State.SLOW);
        LockSupport.parkNanos(SLOW_NANOS);
        line.is(FaultyLine.State.THROUGH);
        healed("slow", people, figures, verdict);
        line.is(FaultyLine.State.SILENT);
        LockSupport.parkNanos(SILENT_NANOS);
        line.is(FaultyLine.State.THROUGH);
        healed("silent", people, figures, verdict);
    }

    /** Seconds from the line's being well until somebody who came after that was served. */
    private static void healed(String fault, People people, Map<String, Object> figures, Verdict verdict) {
        long from = System.nanoTime();
        double seconds = 0;
        while (people.lastServed() < from && seconds < PATIENCE.toSeconds()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            seconds = (System.nanoTime() - from) / NANOS;
        }
        figures.merge("healedSecondsAfter-" + fault, seconds, (one, other) -> Math.max((double) one, (double) other));
        if (seconds > HEALED_SECONDS) {
            verdict.broken("not well again in time after " + fault, Double.toString(seconds));
        }
        LockSupport.parkNanos(BETWEEN_NANOS);
    }

    /** Who submits one thing after another, each with much patience; how long each waited. */
    private static final class People {
        private final Ledger ledger;
        private final String name;
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();
        private final AtomicLong longest = new AtomicLong();
        private final AtomicLong served = new AtomicLong(Long.MIN_VALUE);
        private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

        private People(Ledger ledger, String name) {
            this.ledger = ledger;
            this.name = name;
        }

        void come() throws Exception {
            for (int i = 0; i < CLIENTS; i++) {
                HttpClient http = Crowd.client();
                String prefix = name + "-" + i + "-";
                threads.add(Thread.ofPlatform().name("people-" + i).start(() -> submitWhileOpen(http, prefix)));
            }
        }

        private void submitWhileOpen(HttpClient http, String prefix) {
            for (int turn = 0; open.get(); turn++) {
                submit(http, new Form(prefix + turn, Form.kindOf(turn), null));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        private void submit(HttpClient http, Form form) {
            long begun = System.nanoTime();
            ledger.sends(form);
            int status = 0;
            try {
                HttpResponse<String> answer = http.send(
                        Crowd.submission(URI.create("http://127.0.0.1:" + Program.PORT), form)
                                .timeout(PATIENCE)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                status = answer.statusCode();
                ledger.got(form.key(), status, Crowd.caseNo(answer));
                if (status == CREATED) {
                    served.accumulateAndGet(begun, Math::max);
                }
            } catch (java.io.IOException broken) {
                ledger.got(form.key(), 0, null);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            statuses.merge(status, 1, Integer::sum);
            longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
        }

        /** When the last one who was served had come. */
        long lastServed() {
            return served.get();
        }

        void leave() throws InterruptedException {
            open.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        void judge(Map<String, Object> figures, Verdict verdict) {
            double seconds = longest.get() / NANOS;
            figures.put("longestWaitSeconds", seconds);
            figures.put("answers", new java.util.TreeMap<>(statuses));
            if (seconds > LONGEST_SECONDS) {
                verdict.broken("somebody waited too long", Double.toString(seconds));
            }
            statuses.keySet().stream()
                    .filter(status -> status == 0 || status >= FIRST_FAULT && status != BUSY)
                    .forEach(status -> verdict.broken("answered " + status, ""));
        }
    }
}
