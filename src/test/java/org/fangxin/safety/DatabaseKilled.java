package org.fangxin.safety;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** R2: every process of the database is killed with SIGKILL under a program that runs on. */
final class DatabaseKilled implements Experiment {
    private static final int CLIENTS = 32;
    private static final double EARLIEST = 0.5;
    private static final double LATEST = 3;
    private static final double NANOS = 1e9;
    private static final long LOOK_NANOS = 20_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long AFTERWARDS_NANOS = 1_000_000_000L;

    /** Answers come before what they tell is on disk, and the log is written seldom. */
    private static final String[] HASTY = {
        "alter system set wal_writer_delay = '10s'",
        "alter system set wal_writer_flush_after = '1GB'",
        "select pg_reload_conf()",
        "alter role fx_app set synchronous_commit = off",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'fx_app'"
    };

    @Override
    public String id() {
        return "R2";
    }

    @Override
    public String promise() {
        return "数据库全部进程被 kill -9，已确认的来件不丢、不重；程序不重启，只回答 503 和 Retry-After，自己恢复";
    }

    @Override
    public String plant() {
        return "synchronous_commit=off";
    }

    @Override
    public int usualRounds() {
        return 10;
    }

    @Override
    public String unit() {
        return "kill -9";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), Home.copy(setting.template(), setting.work(), "r2"));
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 1, Home.copy(setting.template(), setting.work(), "r2-control"), HASTY);
    }

    private Outcome run(Setting setting, int rounds, Home home, String... plant) throws Exception {
        Random random = new Random(setting.seed());
        Verdict verdict = new Verdict(home);
        List<Double> ready = new ArrayList<>();
        Program program = Program.start(home);
        try (Ledger ledger = new Ledger(home.path().resolve("ledger"))) {
            program.awaitReady();
            home.run("alter system set restart_after_crash = off", "select pg_reload_conf()");
            home.run(plant);
            for (int round = 0; round < rounds; round++) {
                Crowd crowd = new Crowd(ledger, "r2-" + round);
                crowd.start(CLIENTS);
                crowd.awaitTaken(CLIENTS);
                LockSupport.parkNanos((long) ((EARLIEST + random.nextDouble() * (LATEST - EARLIEST)) * NANOS));
                kill(home);
                ready.add(untilTaken(ledger, "r2-" + round));
                LockSupport.parkNanos(AFTERWARDS_NANOS);
                crowd.leave();
                crowd.faults().forEach(verdict::broken);
            }
            if (!program.alive()) {
                verdict.broken("the program ended with its database", "");
            }
            verdict.hold(ledger);
            verdict.relations();
            verdict.chains();
            return new Outcome(rounds, ProgramKilled.figures(ledger, verdict, ready), verdict.breaks());
        } finally {
            program.close();
            home.delete();
        }
    }

    /** The first process and all that it has at this moment, each by its recorded number. */
    private static void kill(Home home) throws Exception {
        for (ProcessHandle server : home.servers()) {
            List<ProcessHandle> all = new ArrayList<>(List.of(server));
            all.addAll(server.descendants().toList());
            for (ProcessHandle one : all) {
                home.record(one);
            }
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Seconds until a submission is taken again. */
    private static double untilTaken(Ledger ledger, String name) throws Exception {
        long begun = System.nanoTime();
        HttpClient http = Crowd.client();
        Form probe = new Form("probe-" + name, Form.Kind.COMPLAINT, null);
        ledger.sends(probe);
        String caseNo = Crowd.again(http, probe);
        while (caseNo == null && System.nanoTime() - begun < PATIENCE_NANOS) {
            LockSupport.parkNanos(LOOK_NANOS);
            caseNo = Crowd.again(http, probe);
        }
        ledger.got(probe.key(), caseNo == null ? 0 : 201, caseNo);
        return (System.nanoTime() - begun) / NANOS;
    }
}
