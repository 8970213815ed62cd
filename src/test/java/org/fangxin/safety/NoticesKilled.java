package org.fangxin.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * R8: the program ends at a named place on the way from a submission or an act to what is told of it; after it has come
 * back everybody was told once. In the end the reader of notices hears the whole journal once more, and nobody is.
 */
final class NoticesKilled implements Experiment {
    private static final int MOST_PASSED = 3;
    private static final List<KillPoint> POINTS = List.of(KillPoint.values());

    /** One is enough: what is sent comes again after it, and what is shown is heard anew in the end. */
    private static final List<KillPoint> CONTROL = List.of(KillPoint.MAIL_TAKEN);

    /** By then some cases wait to be given to officers by rule. */
    private static final int CONTROL_PASSED = 12;

    /** In the evening the program keeps mails until the morning; the experiment is made at any hour. */
    private static final String AT_ANY_HOUR = """
            create function notice.at_any_hour() returns trigger language plpgsql as $$
            begin new.not_before := least(new.not_before, now()); return new; end $$;
            create trigger at_any_hour before insert on notice.outbox
               for each row execute function notice.at_any_hour()""";

    /** No event is known again: the unique constraints hold nothing off. */
    private static final String EVENTS_FORGOTTEN = """
            create function notice.forget_event() returns trigger language plpgsql as $$
            begin new.event := gen_random_uuid()::text; return new; end $$;
            create trigger forget_event before insert on notice.outbox
               for each row execute function notice.forget_event();
            create trigger forget_event before insert on notice.inbox
               for each row execute function notice.forget_event()""";

    /** Each try is a message of its own. */
    private static final String NEW_MESSAGE_EACH_TRY = """
            create function notice.another_message() returns trigger language plpgsql as $$
            begin new.message_id := gen_random_uuid(); return new; end $$;
            create trigger another_message before update on notice.outbox
               for each row when (new.state = 'SENDING') execute function notice.another_message()""";

    private static final String HEARS_ANEW = "update casefile.reader set xid = '0', seq = 0 where name = 'notices'";

    @Override
    public String id() {
        return "R8";
    }

    @Override
    public String promise() {
        return "程序在收件、办理、读日志、领取、发信、记账的任何一步前后死掉：该告知的每人恰好一次，不丢不重；发出与记账之间死掉的那一封至多再来一次，Message-ID 不变";
    }

    @Override
    public String plant() {
        return "唯一约束认不出同一件事（触发器换掉 event），每次发送换一个 Message-ID（触发器）";
    }

    @Override
    public int usualRounds() {
        return POINTS.size();
    }

    @Override
    public String unit() {
        return "kills";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        List<KillPoint> points = new ArrayList<>();
        for (int round = 0; round < setting.rounds(); round++) {
            points.add(POINTS.get(round % POINTS.size()));
        }
        return run(setting, points, 1, "r8");
    }

    /** Found only when both planted weaknesses were. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Outcome found = run(setting, CONTROL, CONTROL_PASSED, "r8-control", EVENTS_FORGOTTEN, NEW_MESSAGE_EACH_TRY);
        for (String one :
                List.of("notice doubled", "officer told twice", "came under a Message-ID that no message has")) {
            if (!found.breaks().containsKey(one)) {
                return new Outcome(found.rounds(), Map.of("missed", one), Map.of());
            }
        }
        return found;
    }

    private static Outcome run(Setting setting, List<KillPoint> points, int passed, String name, String... plants)
            throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), name);
        Random random = new Random(setting.seed());
        try (Postbox postbox = new Postbox(0);
                Ledger ledger = new Ledger(home.path().resolve("ledger"));
                KilledProgram program = new KilledProgram(home, how(postbox))) {
            home.run(ScheduledWork.ASSIGNS_BY_RULE, AT_ANY_HOUR);
            home.run(plants);
            Verdict verdict = new Verdict(home);
            DeskDay day = new DeskDay(ledger, verdict);
            ToldOnce told = new ToldOnce(home, postbox, verdict);
            for (int round = 0; round < points.size(); round++) {
                program.endAt(points.get(round), passed + random.nextInt(MOST_PASSED));
                day.untilGone(program.now(), name + "-" + round);
                if (!program.ended()) {
                    verdict.broken(
                            "the rig: the program did not end at its place",
                            points.get(round).name());
                }
                program.again();
                day.again();
                judge(told, points.get(round));
                Program.note(setting.work().resolve(name + ".rounds"), points.get(round) + " " + verdict.breaks());
            }
            told.awaitAssigned();
            home.run(HEARS_ANEW);
            judge(told, null);
            Program.note(setting.work().resolve(name + ".rounds"), "heard anew " + verdict.breaks());
            if (plants.length == 0) {
                acknowledged(home, day, verdict);
                verdict.hold(ledger);
                verdict.chains();
            }
            return new Outcome(points.size(), figures(ledger, day, postbox, told), verdict.breaks());
        } finally {
            home.delete();
        }
    }

    /** A lease that is over when the program is back, instead of minutes later. */
    private static Map<String, String> how(Postbox postbox) {
        Map<String, String> how = new HashMap<>(GatewayHung.mailThrough(postbox.port()));
        how.put("FANGXIN_DEMO", "true");
        how.put("FANGXIN_NOTICE_LEASE", "5s");
        return how;
    }

    private static void judge(ToldOnce told, @Nullable KillPoint point) throws Exception {
        told.await();
        told.judge(point);
    }

    private static void acknowledged(Home home, DeskDay day, Verdict verdict) throws Exception {
        for (String caseNo : day.accepted()) {
            if (home.number("""
                    select count(*) from casefile.journal j join casefile.case_file c on c.id = j.case_id
                     where j.type = 'Accepted' and c.case_no = '%s'""".formatted(caseNo)) != 1) {
                verdict.broken("an acceptance was answered and is not there", caseNo);
            }
        }
    }

    private static Map<String, Object> figures(Ledger ledger, DeskDay day, Postbox postbox, ToldOnce told)
            throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("points", POINTS.size());
        figures.put("submissions", ledger.read().size());
        figures.put("accepted", day.accepted().size());
        figures.put("notices", told.wanted());
        figures.put("linesForOfficers", told.officersTold());
        figures.put("mails", postbox.came().size());
        figures.put("mailsRepeatedUnderTheirMessageId", told.repeated());
        return figures;
    }
}
