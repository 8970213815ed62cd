package org.fangxin.safety;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * R16: the mail server takes connections and never answers, while messages wait for it. Submissions are measured alternately
 * with the messages held back and with them due, so that both see the same machine.
 */
final class GatewayHung implements Experiment {
    private static final int A_PART = 40;
    private static final double MOST_SLOWER = 1.5;
    private static final double MOST_SECONDS = 5;
    private static final double NANOS = 1e9;
    private static final long LOOK_NANOS = 50_000_000;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    /** A message by mail to each complainant, due at once. */
    static final String DUE = """
            insert into notice.outbox (message_id, case_no, agency_code, event, addressee, role, template, facts, channel,
                                       state, not_before, created_at, changed_at)
            select gen_random_uuid(), case_no, agency_code, event, addressee, role, template, facts, 'EMAIL',
                   'WAITING', now(), now(), now()
              from notice.outbox o where channel = 'IN_APP' and role = 'COMPLAINANT'
            on conflict do nothing""";

    /** The same wait inside the transaction that takes a case in. */
    private static final String WAITS_INSIDE = """
            create function casefile.tell_at_once() returns trigger language plpgsql as $$
            begin perform pg_sleep(6); return new; end $$;
            create trigger tell_at_once before insert on casefile.case_file
               for each row execute function casefile.tell_at_once()""";

    @Override
    public String id() {
        return "R16";
    }

    @Override
    public String promise() {
        return "邮件服务器接了连接不回答：提交来件照样快，不排在它后面";
    }

    @Override
    public String plant() {
        return "在收件的事务里等发送（触发器）";
    }

    @Override
    public int usualRounds() {
        return 3;
    }

    @Override
    public String unit() {
        return "hangs";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "r16", "");
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 1, "r16-control", WAITS_INSIDE);
    }

    private static Outcome run(Setting setting, int rounds, String name, String plant) throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), name);
        Map<String, String> breaks = new LinkedHashMap<>();
        List<Double> before = new ArrayList<>();
        List<Double> during = new ArrayList<>();
        try (Gateway gateway = new Gateway();
                Program program = Program.start(home, mailThrough(gateway.port()))) {
            program.awaitReady();
            submit(name + "-warm", A_PART, plant.isEmpty() ? new ArrayList<>() : before);
            for (int round = 0; round < rounds; round++) {
                if (plant.isEmpty()) {
                    submit(name + "-before-" + round, A_PART, before);
                }
                int held = gateway.held();
                home.run(DUE);
                awaitHeld(gateway, held + 1, breaks);
                if (!plant.isEmpty()) {
                    home.run(plant);
                }
                submit(name + "-during-" + round, plant.isEmpty() ? A_PART : 2, during);
            }
            compare(before, during, breaks);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("submissionsEachWay", during.size());
            figures.put("connectionsHeld", gateway.held());
            figures.put("medianSecondsBefore", median(before));
            figures.put("medianSecondsDuring", median(during));
            figures.put("mostSecondsDuring", Collections.max(during));
            return new Outcome(rounds, figures, breaks);
        } finally {
            home.delete();
        }
    }

    static Map<String, String> mailThrough(int port) {
        return Map.of(
                "FANGXIN_NOTICE_EMAIL_HOST", "127.0.0.1",
                "FANGXIN_NOTICE_EMAIL_PORT", Integer.toString(port),
                "FANGXIN_NOTICE_EMAIL_SECURITY", "NONE",
                "FANGXIN_NOTICE_EMAIL_FROM", "fangxin@example.cn");
    }

    private static void compare(List<Double> before, List<Double> during, Map<String, String> breaks) {
        if (median(during) > median(before) * MOST_SLOWER && median(during) - median(before) > 0.05) {
            breaks.put("submissions wait for the gateway", median(before) + " s, then " + median(during) + " s");
        }
        if (Collections.max(during) > MOST_SECONDS * ProgramKilled.slowness()) {
            breaks.put("a submission took too long", Collections.max(during) + " s");
        }
    }

    private static void awaitHeld(Gateway gateway, int many, Map<String, String> breaks) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (gateway.held() < many) {
            if (System.nanoTime() > until) {
                breaks.put("the rig: nothing was sent to the gateway", "");
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static void submit(String name, int many, List<Double> took) throws Exception {
        HttpClient http = Crowd.client();
        for (int i = 0; i < many; i++) {
            long begun = System.nanoTime();
            if (Crowd.again(http, new Form(name + "-" + i, Form.Kind.COMPLAINT, null)) == null) {
                throw new IllegalStateException("a submission was refused");
            }
            took.add((System.nanoTime() - begun) / NANOS);
        }
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
