package org.fangxin.safety;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.fangxin.identity.Enrolled;
import org.fangxin.safety.Visitor.Answer;

/** Somebody's telephone with the app for codes, and the paper with those for recovery. */
final class Telephone {
    static final String FACTOR = "/api/v1/session/second-factor";
    private static final long HALF_MINUTE = 30_000;
    private static final long LOOK_NANOS = 100_000_000;

    private static final InstantSource CLOCK = InstantSource.system();

    private final byte[] secret;
    private final List<String> recoveryCodes;
    private long used;

    private Telephone(byte[] secret, List<String> recoveryCodes, long used) {
        this.secret = secret;
        this.recoveryCodes = recoveryCodes;
        this.used = used;
    }

    /** Enrols who is signed in with the password of the demo. */
    static Telephone enrolled(Visitor visitor) throws IOException, InterruptedException {
        Answer begun = visitor.post(FACTOR + "/enrolment", Map.of("password", Premises.PASSWORD));
        byte[] secret = Enrolled.secret(begun.text("/secret"));
        long step = halfMinute();
        Answer confirmed = visitor.post(FACTOR + "/confirmation", Map.of("code", Enrolled.code(secret, step)));
        if (confirmed.status() != 200) {
            throw new IOException("the rig: not enrolled: " + confirmed.status() + " " + confirmed.body());
        }
        List<String> codes = new ArrayList<>();
        confirmed.json().path("recoveryCodes").forEach(one -> codes.add(one.asString()));
        return new Telephone(secret, codes, step);
    }

    private static long halfMinute() {
        return CLOCK.millis() / HALF_MINUTE;
    }

    /** One that was not shown before, of this half minute or the next; waits if it has to. */
    String fresh() {
        used = Math.max(used + 1, halfMinute());
        while (used > halfMinute() + 1) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Enrolled.code(secret, used);
    }

    /** One that no clock near ours shows. */
    String wrong(int turn) {
        long step = halfMinute();
        for (int number = turn * 1000; ; number++) {
            String guess = "%06d".formatted(number);
            boolean right = false;
            for (long near = step - 2; near <= step + 2; near++) {
                right |= guess.equals(Enrolled.code(secret, near));
            }
            if (!right) {
                return guess;
            }
        }
    }

    String recoveryCode(int number) {
        return recoveryCodes.get(number);
    }
}
