package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * R4: program and watcher are killed together, so that the database is left alone, in every third round with settings that
 * lose cases; the next start has to find it, end it and run its own.
 */
final class OrphanLeft implements Experiment {
    private static final int CLIENTS = 8;
    private static final long LOAD_NANOS = 700_000_000;
    private static final int HASTY_EVERY = 3;
    private static final int TCP_PORT = 8135;
    private static final String REFUSES = "数据库的 fsync 是关闭的，断电会丢失案件。请打开后再启动。";
    private static final String TRUST = "local all all trust\nhost all all 127.0.0.1/32 trust\n";

    @Override
    public String id() {
        return "R4";
    }

    @Override
    public String promise() {
        return "程序和看守一起被 kill -9，数据库成了孤儿：下次启动只有一个数据库在用，生效的设置就是要的设置；不安全的数据库拒绝启动";
    }

    @Override
    public String plant() {
        return "同一目录换成 fsync=off、trust 的数据库";
    }

    @Override
    public int usualRounds() {
        return 5;
    }

    @Override
    public String unit() {
        return "kill -9";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), "r4");
        Verdict verdict = new Verdict(home);
        List<Double> ready = new ArrayList<>();
        Program program = Program.start(home);
        try (Ledger ledger = new Ledger(home.path().resolve("ledger"))) {
            program.awaitReady();
            int orphans = 0;
            for (int round = 0; round < setting.rounds(); round++) {
                Crowd crowd = new Crowd(ledger, "r4-" + round);
                crowd.start(CLIENTS);
                crowd.awaitTaken(CLIENTS);
                LockSupport.parkNanos(LOAD_NANOS);
                orphans += killWithWatcher(home, program);
                crowd.leave();
                if (round % HASTY_EVERY == HASTY_EVERY - 1) {
                    BareServer.endAll(home);
                    BareServer.start(home, "fsync=off", "synchronous_commit=off", "listen_addresses=");
                }
                program = Program.start(home);
                ready.add(program.awaitReady().toMillis() / 1000.0);
                ServerCheck.faults(home, program.handle()).forEach(verdict::broken);
            }
            if (orphans < setting.rounds()) {
                verdict.broken("the rig left no orphan", Integer.toString(orphans));
            }
            verdict.hold(ledger);
            verdict.chains();
            Map<String, Object> figures = new LinkedHashMap<>(ProgramKilled.figures(ledger, verdict, ready));
            figures.put("orphans", orphans);
            program.stop();
            figures.put("unsafeServerRefused", refusal(home, verdict));
            return new Outcome(setting.rounds(), figures, verdict.breaks());
        } finally {
            program.close();
            BareServer.endAll(home);
            home.delete();
        }
    }

    /** The check sees an unsafe server on the folder, and that it is nobody's. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), "r4-control");
        try {
            Path rules = home.data().resolve("pg_hba.conf");
            Files.writeString(rules, TRUST + Files.readString(rules));
            BareServer.start(home, "fsync=off", "synchronous_commit=off", "listen_addresses=");
            Map<String, String> faults = ServerCheck.faults(home, ProcessHandle.current());
            // this process is the parent of what it started: the check of whose it is has nothing to find here
            return new Outcome(1, Map.of("found", faults.size()), faults);
        } finally {
            BareServer.endAll(home);
            home.delete();
        }
    }

    /** How many servers were left without a program. */
    private static int killWithWatcher(Home home, Program program) throws IOException, InterruptedException {
        ProcessHandle server = home.servers().getFirst();
        ProcessHandle watcher = server.parent().orElseThrow();
        home.record(server);
        home.record(watcher);
        watcher.destroyForcibly();
        program.kill();
        watcher.onExit().join();
        return home.servers().contains(server) ? 1 : 0;
    }

    /** The program given a server that could lose a case says so and ends; its sentence, or what it did instead. */
    private static String refusal(Home home, Verdict verdict) throws IOException, InterruptedException {
        Path rules = home.data().resolve("pg_hba.conf");
        String before = Files.readString(rules);
        Files.writeString(rules, TRUST + before);
        try {
            BareServer.start(home, "fsync=off", "listen_addresses=127.0.0.1", "port=" + TCP_PORT);
            Program refused = Program.start(
                    home,
                    Map.of(
                            "FANGXIN_DB_URL", "jdbc:postgresql://127.0.0.1:" + TCP_PORT + "/fangxin",
                            "FANGXIN_DB_USER", "fangxin_super",
                            "FANGXIN_DB_PASSWORD", "any"));
            boolean failed = refused.awaitEnd() != 0;
            String sentence = refused.said()
                    .lines()
                    .filter(line -> line.contains("fsync"))
                    .findFirst()
                    .orElse("");
            if (!failed || sentence.isBlank()) {
                verdict.broken("started on a server with fsync off", "");
            }
            return sentence.strip();
        } finally {
            BareServer.endAll(home);
            Files.writeString(rules, before);
        }
    }
}
