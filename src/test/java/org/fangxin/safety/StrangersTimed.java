package org.fangxin.safety;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fangxin.safety.Visitor.Answer;

/** What a stranger learns of whether somebody or something exists: from the bytes of the answers, and from how long they take. */
final class StrangersTimed {
    static final double SIGNIFICANT = 0.01;
    private static final int NAMES = 40;
    private static final int TRIES = 4;
    private static final int ONE_ADDRESS = 90;
    private static final int WARMING = 60;
    private static final double MICROS = 1e3;

    private final Premises at;
    private final Random random;
    private Visitor stranger;
    private int asked;

    StrangersTimed(Premises at) throws IOException {
        this.at = at;
        this.random = new Random(at.seed());
        this.stranger = Visitor.stranger();
    }

    /** One question, about what is there or about what is not. */
    private interface Question {
        Answer ask(boolean there, int turn) throws Exception;
    }

    /** Wrong passwords that are looked at: of somebody, and of nobody. */
    void passwords(int n) throws Exception {
        at.hire("timed", NAMES);
        compare("wrong password", n, this::guess, NAMES * TRIES);
    }

    /** The same once nothing is looked at any more. */
    void lockedNames(int n) throws Exception {
        at.forgetGuesses();
        for (int i = 0; i < NAMES * (TRIES + 1); i++) {
            guess(true, i);
            guess(false, i);
        }
        compare("locked account", n, this::guess, 0);
        at.forgetGuesses();
    }

    private Answer guess(boolean there, int turn) throws Exception {
        // as long as one another, and as far apart in the alphabet
        return next().signIn((there ? "timed" : "timee") + turn % NAMES, Premises.WRONG);
    }

    /** Numbers of submissions with a wrong code. */
    void trackingNumbers(int n) throws Exception {
        String[] numbers = new String[NAMES];
        for (int i = 0; i < NAMES; i++) {
            numbers[i] =
                    CodesGuessed.submitted("s5-timed-" + i).get("submissionNo").asString();
        }
        compare(
                "tracking number",
                n,
                (there, turn) -> {
                    String no = numbers[turn % NAMES];
                    String asked =
                            there ? no : no.substring(0, no.length() - 4) + "%04d".formatted(9000 + turn % NAMES);
                    return CodesGuessed.track(next(), "/api/v1/submissions/" + asked, "1".repeat(16));
                },
                NAMES);
    }

    /** Accounts that differ in what nobody outside may know: each refuses a wrong password with the same bytes. */
    void standings() throws Exception {
        at.hire("standing", 4);
        at.home()
                .run(
                        "update identity.person set active = false where username = 'standing0'",
                        "update identity.person set must_change = true where username = 'standing1'",
                        "update identity.person set password_changed_at = now() - interval '200 days' where username = 'standing2'");
        try (Visitor owner = Visitor.signedIn("standing3", Premises.PASSWORD)) {
            Telephone.enrolled(owner);
        }
        at.forgetGuesses();
        for (int i = 0; i < 4; i++) {
            for (int turn = 0; turn <= PasswordsGuessed.A_NAME; turn++) {
                Answer one = next().signIn("standing" + i, Premises.WRONG);
                Answer nobody = next().signIn("nobodies" + i, Premises.WRONG);
                same("an account's standing", one, nobody);
            }
        }
        Answer disabled = next().signIn("standing0", Premises.PASSWORD);
        at.hold(disabled.status() == 423, "a disabled account answers the right password", disabled.status());
        at.forgetGuesses();
        same(
                "a disabled account's right password",
                next().signIn("standing0", Premises.PASSWORD),
                next().signIn("nobodies0", Premises.PASSWORD));
    }

    /** In pairs, whichever comes first; locks are lifted in between as often as one has to be. */
    private void compare(String what, int n, Question question, int lifted) throws Exception {
        for (int i = 0; i < WARMING; i++) {
            question.ask(i % 2 == 0, i / 2);
        }
        double first = round(what, n, question, lifted);
        at.figures().put("p: " + what, first);
        if (first <= SIGNIFICANT) {
            // one of a hundred is so by chance; of ten thousand one is so twice
            double second = round(what, n, question, lifted);
            at.figures().put("p once more: " + what, second);
            at.hold(
                    second > SIGNIFICANT,
                    "existing and not existing take another time: " + what,
                    first + ", " + second);
        }
    }

    private double round(String what, int n, Question question, int lifted) throws Exception {
        long[] there = new long[n];
        long[] nowhere = new long[n];
        for (int i = 0; i < n; i++) {
            if (lifted > 0 && i % lifted == 0) {
                forget();
            }
            boolean thereFirst = random.nextBoolean();
            Answer first = question.ask(thereFirst, i);
            Answer second = question.ask(!thereFirst, i);
            there[i] = (thereFirst ? first : second).nanos();
            nowhere[i] = (thereFirst ? second : first).nanos();
            same(what, first, second);
        }
        at.figures().put("n: " + what, n);
        at.figures().put("medianMicros: " + what, median(there) + " / " + median(nowhere));
        return Ranks.probability(there, nowhere);
    }

    private void forget() throws SQLException, IOException {
        at.forgetGuesses();
    }

    /** All but the moment: status, headers, body. */
    private void same(String what, Answer one, Answer other) {
        at.hold(
                one.status() == other.status() && plain(one).equals(plain(other)),
                "existing and not existing are answered otherwise: " + what,
                plain(one) + " — " + plain(other));
    }

    private static String plain(Answer answer) {
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.remove("date");
        headers.remove("retry-after");
        return answer.status() + " " + headers + " "
                + answer.body()
                        .replaceAll("\"(lockedUntil|retryAfter)\":(\"[^\"]*\"|\\d+)", "")
                        .replaceAll("\\d{1,2}:\\d\\d", "");
    }

    /** From an address that has guesses left. */
    private Visitor next() throws IOException {
        if (++asked % ONE_ADDRESS == 0) {
            stranger.close();
            stranger = Visitor.stranger();
        }
        return stranger.beside();
    }

    private static long median(long[] nanos) {
        return Math.round(Arrays.stream(nanos).sorted().toArray()[nanos.length / 2] / MICROS);
    }

    void leave() {
        stranger.close();
    }
}
