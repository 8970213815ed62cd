package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * R17: one of two instances stands still for half a minute in the middle of its scheduled work (SIGSTOP), while the other
 * goes on, and then goes on itself as if nothing had been; what was done by both.
 */
final class OnePaused implements Experiment {
    private static final long PAUSE_NANOS = 30_000_000_000L;
    private static final long MAIL_NANOS = 1_000_000_000;
    private static final long LOOK_NANOS = 50_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final int SUBMISSIONS = 12;

    private static final String SENDING = "select count(*) from notice.outbox where state = 'SENDING'";

    /** Taken before the pause and not told of since: the instance that stands still has it in its hands. */
    private static final String IN_ITS_HANDS = """
            select count(*) from notice.outbox where state = 'SENDING' and changed_at < now() - interval '15 seconds'""";

    @Override
    public String id() {
        return "R17";
    }

    @Override
    public String promise() {
        return "两个程序中的一个停住三十秒（SIGSTOP）再醒来：告知没有发两次，案件没有分派两次，来件不丢、不重，链完整";
    }

    @Override
    public String plant() {
        return "租约比停住的时间短（FANGXIN_NOTICE_LEASE=5s）";
    }

    @Override
    public int usualRounds() {
        return 2;
    }

    @Override
    public String unit() {
        return "pauses";
    }

    @Override
    public Optional<String> missing() {
        return Balancer.missing();
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, setting.rounds(), "r17", Map.of());
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, 3, "r17-control", Map.of("FANGXIN_NOTICE_LEASE", "5s"));
    }

    private static Outcome run(Setting setting, int rounds, String name, Map<String, String> how) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), name);
        try (Postbox postbox = new Postbox(MAIL_NANOS);
                Ledger ledger = new Ledger(home.path().resolve("ledger"));
                TwoInstances two = TwoInstances.on(home, GatewayHung.mailThrough(postbox.port()), how);
                Balancer balancer = Balancer.start(home, two)) {
            two.startBoth(balancer);
            home.run(ScheduledWork.ASSIGNS_BY_RULE);
            Verdict verdict = new Verdict(home, two.settings());
            int held = 0;
            for (int round = 0; round < rounds; round++) {
                held += pause(home, two, round % 2, ledger, name + "-" + round);
                balancer.awaitUp(two.name(round % 2));
            }
            if (held == 0 && how.isEmpty()) {
                verdict.broken("the rig: nothing was in the hands of the one that stood still", "");
            }
            verdict.hold(ledger);
            verdict.chains();
            ScheduledWork work = ScheduledWork.done(home, postbox);
            work.twice().forEach(verdict::broken);
            Map<String, Object> figures = new LinkedHashMap<>(work.figures());
            figures.put("submissions", ledger.read().size());
            figures.put("inTheHandsOfThePaused", held);
            return new Outcome(rounds, figures, verdict.breaks());
        } finally {
            home.delete();
        }
    }

    /** How many messages the instance had in its hands all the time. */
    private static int pause(Home home, TwoInstances two, int which, Ledger ledger, String name) throws Exception {
        submit(ledger, two.port(which), name + "-before");
        home.run(GatewayHung.DUE, ScheduledWork.BY_NIGHT_TOO);
        awaitSending(home);
        two.signal(which, "STOP");
        try {
            submit(ledger, two.port(1 - which), name + "-during");
            LockSupport.parkNanos(PAUSE_NANOS);
            return (int) home.number(IN_ITS_HANDS);
        } finally {
            two.signal(which, "CONT");
        }
    }

    private static void submit(Ledger ledger, int port, String name) throws IOException, InterruptedException {
        URI root = URI.create("http://127.0.0.1:" + port);
        try (HttpClient http = Crowd.client()) {
            for (int i = 0; i < SUBMISSIONS; i++) {
                Form form = new Form(name + "-" + i, Form.Kind.COMPLAINT, null);
                ledger.sends(form);
                HttpResponse<String> answer =
                        http.send(Crowd.submission(root, form).build(), HttpResponse.BodyHandlers.ofString());
                ledger.got(form.key(), answer.statusCode(), Crowd.caseNo(answer));
            }
        }
    }

    private static void awaitSending(Home home) throws Exception {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (home.number(SENDING) < 2) {
            if (System.nanoTime() > until) {
                throw new IOException("The two instances do not send");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
