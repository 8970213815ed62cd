package org.fangxin.safety;

import java.io.IOException;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.fangxin.safety.Visitor.Answer;

/** Passwords guessed by fifty at the same moment: for one account from many addresses, and from one address for many accounts. */
final class PasswordsGuessed {
    static final int A_NAME = 5;
    /** Of one address in half an hour; a bureau sits behind one. */
    private static final int AN_ADDRESS = 100;

    private static final int BURSTS = 5;
    static final int AN_ACCOUNT = BURSTS * Burst.WIDTH;
    private static final int BURSTS_OF_ONE_CROWD = 15;
    private static final int SPREAD = 150;
    private static final int WINDOW = 31;
    private static final double MILLIS = 1e6;

    private final Premises at;
    private final Random random;
    private List<Visitor> crowd = new ArrayList<>();
    private int bursts;
    private int guesses;
    private long evaluated;
    private long most;
    private Duration refusing = Duration.ZERO;
    private int refused;

    PasswordsGuessed(Premises at) {
        this.at = at;
        this.random = new Random(at.seed());
    }

    int guesses() {
        return guesses;
    }

    /** So many guesses in all, in bursts of fifty, so many bursts an account; the right password among all but the first. */
    void forAccounts(int wanted) throws Exception {
        int accounts = Math.max(1, wanted / AN_ACCOUNT);
        at.hire("guessed", accounts);
        at.forgetGuesses();
        for (int i = 0; i < accounts; i++) {
            window("guessed" + i);
        }
        at.figures().put("guesses", guesses);
        at.figures().put("accounts", accounts);
        at.figures().put("evaluated", evaluated);
        at.figures().put("mostEvaluatedOfOneAccount", most);
        counters(accounts);
        anotherWindow("guessed0");
        at.figures().put("cpuMillisARefusal", rounded(refusing.toNanos() / MILLIS / Math.max(1, refused)));
        leave();
    }

    /** The program's own books: what it looked at, and what it counted. */
    private void counters(int accounts) throws SQLException, IOException {
        long looked = at.lookedAt("p-guessed%");
        at.hold(
                looked == evaluated,
                "answers and audit log tell different counts of guesses",
                evaluated + " and " + looked);
        long counted = at.home()
                .number("select coalesce(sum(failures), 0) from identity.sign_in_attempt where subject like 'name:%'");
        at.hold(counted == guesses, "the counter lost guesses", counted + " of " + guesses);
        long locked = at.home().number("""
                select count(*) from identity.sign_in_attempt where subject like 'name:%' and locked_until > now()""");
        at.hold(locked == accounts, "not every guessed account is locked", locked + " of " + accounts);
    }

    private void window(String name) throws Exception {
        long wrong = 0;
        for (int burst = 0; burst < BURSTS; burst++) {
            Duration before = cpu();
            List<Answer> answers = burst(name, burst > 0);
            long here = Burst.count(answers, 401);
            wrong += here;
            if (here == 0) {
                refusing = refusing.plus(cpu().minus(before));
                refused += answers.size();
            }
            at.hold(Burst.count(answers, 200) == 0, "a right password opened a locked account", name);
            at.hold(
                    here + Burst.count(answers, 423) + Burst.count(answers, 200) == answers.size(),
                    "a guess was answered in another way",
                    answers.stream().map(Answer::status).distinct().toList());
        }
        evaluated += wrong;
        most = Math.max(most, wrong);
        at.hold(wrong <= A_NAME, "more guesses were evaluated than a window allows", wrong + " for " + name);
        at.hold(wrong > 0, "the rig: nothing was evaluated", name);
    }

    /** Half an hour later five are evaluated again, and after another the right password opens. */
    private void anotherWindow(String name) throws Exception {
        at.letPass(WINDOW);
        long again = Burst.count(burst(name, false), 401);
        at.hold(again <= A_NAME, "more guesses were evaluated in the second window", again);
        at.letPass(WINDOW);
        try (Visitor owner = Visitor.stranger()) {
            int status = owner.signIn(name, Premises.PASSWORD).status();
            at.hold(status == 200, "the account stays locked after its time", status);
        }
        at.figures().put("evaluatedInASecondWindow", again);
    }

    /** The name written in all the ways that the program takes for one; a proxy's headers say each time another address. */
    private List<Answer> burst(String name, boolean rightOneAmong) throws Exception {
        if (bursts++ % BURSTS_OF_ONE_CROWD == 0) {
            leave();
            crowd = new ArrayList<>();
            for (int i = 0; i < Burst.WIDTH; i++) {
                crowd.add(Visitor.stranger());
            }
        }
        int right = rightOneAmong ? random.nextInt(crowd.size()) : -1;
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < crowd.size(); i++) {
            Visitor visitor = crowd.get(i).beside();
            lie(visitor);
            String typed = spelt(name, i);
            String password = i == right ? Premises.PASSWORD : Premises.WRONG + random.nextInt();
            calls.add(() -> visitor.signIn(typed, password));
        }
        guesses += calls.size();
        return Burst.of(calls);
    }

    private static String spelt(String name, int turn) {
        return switch (turn % 5) {
            case 1 -> name.toUpperCase(Locale.ROOT);
            case 2 -> " " + name + "\t";
            case 3 -> name.replace('g', 'ｇ');
            case 4 -> name.replace('s', 'ſ');
            default -> name;
        };
    }

    private void lie(Visitor visitor) {
        String address = "203.0.113." + random.nextInt(256);
        visitor.saying("X-Forwarded-For", address)
                .saying("Forwarded", "for=" + address)
                .saying("X-Real-IP", address);
    }

    /** Names in turn, half of them nobody's, from addresses that count as one. */
    void fromOneAddress(String what, List<Visitor> addresses) throws Exception {
        String prefix = "sprayed" + what.toLowerCase(Locale.ROOT) + "x";
        at.hire(prefix, SPREAD / 2);
        at.forgetGuesses();
        long here = 0;
        int sent = 0;
        Duration before = cpu();
        while (sent < SPREAD) {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < Burst.WIDTH; i++, sent++) {
                Visitor visitor = addresses.get(sent % addresses.size()).beside();
                lie(visitor);
                String name = prefix + sent;
                calls.add(() -> visitor.signIn(name, Premises.WRONG));
            }
            here += Burst.count(Burst.of(calls), 401);
        }
        at.figures()
                .put("cpuMillisAnEvaluation" + what, rounded(cpu().minus(before).toNanos() / MILLIS / here));
        at.figures().put("evaluatedFromOne" + what, here);
        at.hold(here <= AN_ADDRESS, "more guesses were evaluated than one address has: " + what, here);
        int own = addresses
                .getFirst()
                .beside()
                .signIn("wangfang", Premises.PASSWORD)
                .status();
        at.hold(own == 429, "a right password opens from an address that has used up its guesses: " + what, own);
        try (Visitor other = Visitor.stranger()) {
            int elsewhere = other.signIn("wangfang", Premises.PASSWORD).status();
            at.hold(elsewhere == 200, "another address suffers: " + what, elsewhere);
        }
        guesses += SPREAD;
    }

    /** Addresses of one network of the sixth version, as one household or one rented machine has them. */
    static List<Visitor> network(int many) throws IOException, InterruptedException {
        List<Visitor> all = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            String address = "fd12:3456:789a:1:%x:%x::%x".formatted(i, 7 * i, i);
            Command.run("ip", "-6", "addr", "replace", address + "/64", "dev", "lo", "nodad");
            all.add(Visitor.from(InetAddress.ofLiteral(address)));
        }
        return all;
    }

    private Duration cpu() {
        return at.program().handle().info().totalCpuDuration().orElseThrow();
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private void leave() {
        crowd.forEach(Visitor::close);
    }
}
