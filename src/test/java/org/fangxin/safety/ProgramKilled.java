package org.fangxin.safety;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** R1: the program is killed with SIGKILL while 32 consumers submit. */
final class ProgramKilled implements Experiment {
    private static final int CLIENTS = 32;
    private static final double EARLIEST = 0.5;
    private static final double LATEST = 4;
    private static final double NANOS = 1e9;
    private static final Duration READY = Duration.ofSeconds(15);

    /** Each key is forgotten as soon as it is written: what comes again is taken for new. */
    private static final String FORGETS_KEYS = """
            create function intake.forget_key() returns trigger language plpgsql as $$
            begin new.key_mac := decode(md5(random()::text), 'hex'); return new; end $$;
            create trigger forget_key before insert on intake.idempotency
               for each row execute function intake.forget_key()""";

    @Override
    public String id() {
        return "R1";
    }

    @Override
    public String promise() {
        return "程序被 kill -9，已确认的来件不丢、不重，期限和通知不错";
    }

    @Override
    public String plant() {
        return "幂等键写进去就换掉（触发器）";
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
        return run(setting, setting.rounds(), Home.copy(setting.template(), setting.work(), "r1"), "");
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 1, Home.copy(setting.template(), setting.work(), "r1-control"), FORGETS_KEYS);
    }

    private Outcome run(Setting setting, int rounds, Home home, String plant) throws Exception {
        Random random = new Random(setting.seed());
        Verdict verdict = new Verdict(home);
        List<Double> ready = new ArrayList<>();
        Program program = Program.start(home);
        try (Ledger ledger = new Ledger(home.path().resolve("ledger"))) {
            program.awaitReady();
            if (!plant.isEmpty()) {
                home.run(plant);
            }
            for (int round = 0; round < rounds; round++) {
                Crowd crowd = new Crowd(ledger, "r1-" + round);
                crowd.start(CLIENTS);
                crowd.awaitTaken(CLIENTS);
                LockSupport.parkNanos((long) ((EARLIEST + random.nextDouble() * (LATEST - EARLIEST)) * NANOS));
                program.kill();
                crowd.leave();
                crowd.faults().forEach(verdict::broken);
                program = Program.start(home);
                ready.add(program.awaitReady().toMillis() / 1000.0);
            }
            verdict.hold(ledger);
            verdict.relations();
            verdict.chains();
            if (plant.isEmpty() && Collections.max(ready) > READY.toSeconds() * slowness()) {
                verdict.broken("ready again later than in its time", Collections.max(ready) + " s");
            }
            return new Outcome(rounds, figures(ledger, verdict, ready), verdict.breaks());
        } finally {
            program.close();
            home.delete();
        }
    }

    /** A machine that is busy with other things starts slower; the promise of 15 s is for one that is not. */
    static double slowness() {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
        return Math.max(1, load / Runtime.getRuntime().availableProcessors());
    }

    static Map<String, Object> figures(Ledger ledger, Verdict verdict, List<Double> ready) throws java.io.IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sent", ledger.read().size());
        figures.put(
                "acknowledged",
                ledger.read().values().stream()
                        .filter(Ledger.Line::acknowledged)
                        .count());
        figures.put("sentAgain", verdict.replayed());
        figures.put("answers", ledger.statuses());
        figures.put("readyAgainSecondsMost", ready.isEmpty() ? 0 : Collections.max(ready));
        return figures;
    }
}
