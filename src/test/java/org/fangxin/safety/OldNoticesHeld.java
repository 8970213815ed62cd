package org.fangxin.safety;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** R11: messages waited to be sent at the moment to which the system is put back; whether they go out a second time. */
final class OldNoticesHeld implements Experiment {
    private static final long WATCH_NANOS = 20_000_000_000L;

    /** The mark that a database was put back is never written. */
    private static final String EPOCH_OFF = """
            create function backup.unmarked() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger unmarked before insert on backup.restoration
               for each row execute function backup.unmarked()""";

    @Override
    public String id() {
        return "R11";
    }

    @Override
    public String promise() {
        return "从备份恢复的系统不把旧告知再发一遍：那时等着发的转给人放行，邮件服务器一个连接也没有";
    }

    @Override
    public String plant() {
        return "恢复的标记写不进去（触发器）";
    }

    @Override
    public int usualRounds() {
        return 1;
    }

    @Override
    public String unit() {
        return "restores";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Map<String, String> breaks = new LinkedHashMap<>();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (int round = 0; round < setting.rounds(); round++) {
            run(setting, "r11", home -> {}, figures, breaks);
        }
        return new Outcome(setting.rounds(), figures, breaks);
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        Map<String, String> breaks = new LinkedHashMap<>();
        run(setting, "r11-control", home -> home.run(EPOCH_OFF), new LinkedHashMap<>(), breaks);
        return new Outcome(1, Map.of(), breaks);
    }

    private static void run(
            Setting setting,
            String name,
            LostMachine.Work plant,
            Map<String, Object> figures,
            Map<String, String> breaks)
            throws Exception {
        try (LostMachine machine = LostMachine.lose(setting, name, plant, home -> home.run(GatewayHung.DUE));
                Gateway gateway = new Gateway()) {
            LostMachine.Restored restored = machine.restore();
            if (restored.code() != 0) {
                breaks.put("the rig: not restored", restored.said());
                return;
            }
            try (Program program = Program.start(restored.home(), GatewayHung.mailThrough(gateway.port()))) {
                program.awaitReady();
                LockSupport.parkNanos(WATCH_NANOS);
                if (gateway.held() > 0) {
                    breaks.put("old messages were sent", Integer.toString(gateway.held()));
                }
                long held = number(restored.home(), "DEAD");
                long free = number(restored.home(), "WAITING") + number(restored.home(), "SENDING");
                figures.put("heldForAPerson", held);
                if (held == 0 || free > 0) {
                    breaks.put("old messages are not held for a person", free + " of " + (free + held));
                }
            }
        }
    }

    private static long number(Home home, String state) throws Exception {
        return home.number("select count(*) from notice.outbox where channel = 'EMAIL' and state = '" + state + "'");
    }
}
