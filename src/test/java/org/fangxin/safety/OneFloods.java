package org.fangxin.safety;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** R14: somebody sends from one address as fast as he can while others submit from theirs. */
final class OneFloods implements Experiment {
    private static final int FLOODING = 12;
    private static final int OTHERS = 4;
    private static final int BURST = 40;
    private static final int A_MINUTE = 60;
    private static final int SLACK = 5;
    private static final long FLOOD_NANOS = 8_000_000_000L;
    private static final double NANOS_A_MINUTE = 60e9;

    @Override
    public String id() {
        return "R14";
    }

    @Override
    public String promise() {
        return "一个地址灌水：它只得到 429 和何时再试，别人照常提交，已确认的一件不丢";
    }

    @Override
    public String plant() {
        return "放开地址限制";
    }

    @Override
    public int usualRounds() {
        return 3;
    }

    @Override
    public String unit() {
        return "floods";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "r14", BURST);
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 1, "r14-control", 1_000_000);
    }

    private static Outcome run(Setting setting, int rounds, String name, int burst) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), name);
        Verdict verdict = new Verdict(home);
        Map<String, String> limits = Map.of(
                "FANGXIN_INTAKE_LIMIT_ADDRESS_BURST", Integer.toString(burst),
                "FANGXIN_INTAKE_LIMIT_ADDRESS_AMINUTE", Integer.toString(A_MINUTE));
        try (Program program = Program.start(home, limits);
                Ledger flood = new Ledger(home.path().resolve("ledger-flood"));
                Ledger others = new Ledger(home.path().resolve("ledger-others"))) {
            program.awaitReady();
            for (int round = 0; round < rounds; round++) {
                flood(flood, others, name + "-" + round, verdict);
            }
            verdict.hold(flood, others);
            long refused = others.statuses().entrySet().stream()
                    .filter(one -> one.getKey() != 201)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (refused > 0) {
                verdict.broken("others were refused", others.statuses().toString());
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("flood", flood.statuses());
            figures.put("others", others.statuses());
            return new Outcome(rounds, figures, verdict.breaks());
        } finally {
            home.delete();
        }
    }

    private static void flood(Ledger flood, Ledger others, String name, Verdict verdict) throws Exception {
        Crowd some = new Crowd(others, name + "-others");
        some.start(OTHERS);
        some.awaitTaken(OTHERS);
        Crowd many = new Crowd(flood, name + "-flood");
        long begun = System.nanoTime();
        many.startFromOneAddress(FLOODING);
        many.awaitTaken(BURST);
        LockSupport.parkNanos(FLOOD_NANOS);
        some.leave();
        many.leave();
        double minutes = (System.nanoTime() - begun) / NANOS_A_MINUTE;
        if (many.taken() > BURST + A_MINUTE * minutes + SLACK) {
            verdict.broken("more was taken from one address than it may send", Integer.toString(many.taken()));
        }
        for (Crowd crowd : List.of(some, many)) {
            crowd.faults().forEach(verdict::broken);
        }
    }
}
