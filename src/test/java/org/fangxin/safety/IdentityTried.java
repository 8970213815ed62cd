package org.fangxin.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** S5: guesses, enumeration, tokens, sessions and the second factor, at the packaged program's own doors. */
final class IdentityTried implements Experiment {
    private static final int USUAL = 10_000;
    private static final int TIMED = 5;
    private static final int NETWORK = 60;
    private static final int CONTROL_TIMED = 300;

    /** What a lock without a lock on its row does: of several increments at the same moment most are lost. */
    private static final String LOSES_INCREMENTS = """
            create function identity.lost() returns trigger language plpgsql as $$
            begin
              if new.failures > old.failures and random() < 0.9 then
                new.failures := old.failures; new.locked_until := old.locked_until;
              end if;
              return new;
            end $$;
            create trigger lost before update on identity.sign_in_attempt for each row execute function identity.lost()""";

    private static final String SLOWER_FOR_SOMEBODY = """
            create function identity.slower() returns trigger language plpgsql as $$
            begin if new.actor <> '' then perform pg_sleep(0.02); end if; return new; end $$;
            create trigger slower before insert on identity.audit_log for each row execute function identity.slower()""";

    private static final String NEVER_ENDS = """
            create function identity.never_ends() returns trigger language plpgsql as $$
            begin new.active := old.active; new.stamp := old.stamp; return new; end $$;
            create trigger never_ends before update on identity.person
               for each row execute function identity.never_ends();
            create function identity.keeps() returns trigger language plpgsql as $$ begin return null; end $$;
            create trigger keeps before delete on identity.spring_session
               for each row execute function identity.keeps()""";

    private static final String USED_AGAIN = """
            create function greenchannel.unused() returns trigger language plpgsql as $$
            begin new.used_at := null; new.used_by := null; return new; end $$;
            create trigger unused before update on greenchannel.invitation
               for each row execute function greenchannel.unused()""";

    /** A part of the experiment. */
    private interface Part {
        void of(Premises at) throws Exception;
    }

    @Override
    public String id() {
        return "S5";
    }

    @Override
    public String promise() {
        return "猜密码、猜码：一万次里每个账号每半小时最多看五次，五十个同时来也一样；账号在不在，字节和快慢都看不出来；" + "令牌够长、用一次、到期作废；登录换会话号，停用一秒后进不来；动态口令绕不过去";
    }

    @Override
    public String plant() {
        return "丢失计数的锁定、对真账号慢二十毫秒、停用不起作用、邀请可以再用，每次一个（触发器）";
    }

    @Override
    public int usualRounds() {
        return USUAL;
    }

    @Override
    public String unit() {
        return "guesses";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        int timed = Math.max(CONTROL_TIMED / 3, setting.rounds() / TIMED);
        List<Visitor> network = PasswordsGuessed.network(NETWORK);
        return run(setting, "s5", List.of(), at -> {
            PasswordsGuessed passwords = new PasswordsGuessed(at);
            passwords.forAccounts(setting.rounds());
            passwords.fromOneAddress("Address", List.of(Visitor.stranger()));
            passwords.fromOneAddress("Network", network);
            codes(at, network);
            new SessionsEnded(at).change();
            new SessionsEnded(at).disable();
            new SessionsEnded(at).otherEnds();
            new StreamEnded(at).watch();
            new FactorSkipped(at).skip();
            tokens(at);
            timed(at, timed);
        });
    }

    private static void codes(Premises at, List<Visitor> network) throws Exception {
        CodesGuessed codes = new CodesGuessed(at);
        codes.secondFactor();
        codes.presentPassword();
        codes.trackingCodes("one address", List.of(Visitor.stranger()));
        codes.trackingCodes("one network", network);
        codes.mediationPins();
        at.forgetGuesses();
    }

    private static void tokens(Premises at) throws Exception {
        TokensTried tokens = new TokensTried(at);
        tokens.invitations();
        tokens.sessions();
        tokens.programs();
    }

    private static void timed(Premises at, int n) throws Exception {
        StrangersTimed strangers = new StrangersTimed(at);
        strangers.standings();
        strangers.passwords(n);
        strangers.lockedNames(n);
        strangers.trackingNumbers(n);
        strangers.leave();
    }

    /** Each weakness by itself; found only when every one of them was. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put(LOSES_INCREMENTS, at -> new PasswordsGuessed(at).forAccounts(PasswordsGuessed.AN_ACCOUNT));
        parts.put(SLOWER_FOR_SOMEBODY, at -> {
            StrangersTimed strangers = new StrangersTimed(at);
            at.hire("timed", 40);
            strangers.lockedNames(CONTROL_TIMED);
            strangers.leave();
        });
        parts.put(NEVER_ENDS, at -> new SessionsEnded(at).disable());
        parts.put(USED_AGAIN, at -> new TokensTried(at).invitations());
        Map<String, String> breaks = new LinkedHashMap<>();
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            Outcome one = run(setting, "s5-control", List.of(part.getKey()), part.getValue());
            Map<String, String> found = new LinkedHashMap<>(one.breaks());
            found.keySet().removeIf(what -> what.startsWith(Premises.RIG));
            if (found.isEmpty()) {
                missed.add(part.getKey());
            }
            breaks.putAll(found);
        }
        return new Outcome(parts.size(), Map.of(), missed.isEmpty() ? breaks : Map.of());
    }

    private static Outcome run(Setting setting, String name, List<String> plants, Part part) throws Exception {
        Home home = Home.copy(Templates.demo(setting.work()), setting.work(), name);
        try (Program program = Program.start(home, Map.of("FANGXIN_DEMO", "true"))) {
            program.awaitReady();
            home.run(plants.toArray(String[]::new));
            Premises at = new Premises(home, program, setting.seed());
            part.of(at);
            return new Outcome(setting.rounds(), at.figures(), at.breaks());
        } finally {
            home.delete();
        }
    }
}
