package org.fangxin.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** R20: consumers and officers at work for a long while at a fraction of what the machine can do; whether anything only grows. */
final class LongDay implements Experiment {
    private static final long NANOS_A_MINUTE = 60_000_000_000L;
    private static final long BETWEEN_LOOKS = 20_000_000_000L;
    /** Enough for the planted leak. */
    private static final int CONTROL_MINUTES = 4;

    private static final long BACKLOG_NANOS = 90_000_000_000L;
    private static final long LOOK_NANOS = 500_000_000;

    /** What readers have not heard yet, and what lies ready to be told within the program. */
    private static final String BACKLOG = """
            select (select count(*) from casefile.reader r where (r.xid, r.seq) <
                      (select j.xid, j.seq from casefile.journal j order by j.xid desc, j.seq desc limit 1))
                 + (select count(*) from notice.outbox
                     where channel = 'IN_APP' and state = 'WAITING' and not_before < now())""";

    @Override
    public String id() {
        return "R20";
    }

    @Override
    public String promise() {
        return "连续工作一个长班：存活的内存每小时至多长 1 MB，句柄、线程、数据库连接、留下的临时文件都不长，没有积压，没有 5xx，已确认的一件不丢";
    }

    @Override
    public String plant() {
        return "进程里有一段代码每秒忘掉五个临时文件、它们的句柄和读到的内容";
    }

    @Override
    public boolean campaign() {
        return true;
    }

    @Override
    public int usualRounds() {
        return 45;
    }

    @Override
    public String unit() {
        return "minutes";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "r20", "");
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        Path agent = AgentJar.pack(setting.work().resolve("r20-leaking.jar"), LeakingAgent.class);
        return run(setting, CONTROL_MINUTES, "r20-control", " -javaagent:" + agent);
    }

    private static Outcome run(Setting setting, int minutes, String name, String more) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), name);
        Path passing = Files.createDirectories(home.path().resolve("passing"));
        Map<String, String> settings =
                Map.of("FANGXIN_DEMO", "true", "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + passing + more);
        try (Program program = Program.start(home, settings);
                Ledger ledger = new Ledger(home.path().resolve("ledger"))) {
            program.awaitReady();
            Verdict verdict = new Verdict(home);
            Vitals vitals = new Vitals(program, home, passing);
            Shift shift = new Shift(ledger, name);
            long cpu = processor(program);
            shift.begin();
            try {
                watch(minutes, vitals);
            } finally {
                shift.end();
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("processorShare", share(processor(program) - cpu, minutes));
            shift.judge(verdict, figures);
            vitals.judge(verdict, figures);
            figures.put("backlog", backlog(home, verdict));
            if (more.isEmpty()) {
                verdict.hold(ledger);
            }
            return new Outcome(minutes, figures, verdict.breaks());
        } finally {
            home.delete();
        }
    }

    private static void watch(int minutes, Vitals vitals) throws Exception {
        long until = System.nanoTime() + minutes * NANOS_A_MINUTE;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            vitals.look();
        }
    }

    private static long processor(Program program) {
        return program.handle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("The program's processor time is not told"))
                .toNanos();
    }

    /** Of all processors together, the program's own process alone. */
    private static double share(long nanos, int minutes) {
        double all = (double) minutes * NANOS_A_MINUTE * Runtime.getRuntime().availableProcessors();
        return Math.round(nanos / all * 100) / 100.0;
    }

    private static long backlog(Home home, Verdict verdict) throws Exception {
        long until = System.nanoTime() + BACKLOG_NANOS;
        long left = home.number(BACKLOG);
        while (left > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
            left = home.number(BACKLOG);
        }
        if (left > 0) {
            verdict.broken("a backlog stays", Long.toString(left));
        }
        return left;
    }
}
