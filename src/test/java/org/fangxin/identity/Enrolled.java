package org.fangxin.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody who uses a second factor, with the app on the telephone: it reckons by itself, and not with the program's class. */
public final class Enrolled {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long HALF_MINUTE = 30_000;

    private final Person person;
    private final Browser browser;
    private final byte[] secret;
    private final List<String> recoveryCodes;
    private final InstantSource time;
    private final long confirmedAt;

    private Enrolled(
            Person person, Browser browser, byte[] secret, List<String> recoveryCodes, InstantSource time, long step) {
        this.person = person;
        this.browser = browser;
        this.secret = secret;
        this.recoveryCodes = recoveryCodes;
        this.time = time;
        this.confirmedAt = step;
    }

    /** Enrols in the browser in which the person has signed in. */
    public static Enrolled in(Browser browser, Person person, InstantSource time) throws Exception {
        Browser.Answer begun =
                browser.post("/api/v1/session/second-factor/enrolment", Map.of("password", Staff.PASSWORD));
        byte[] secret = secret(begun.text("secret"));
        long step = time.millis() / HALF_MINUTE;
        Browser.Answer confirmed =
                browser.post("/api/v1/session/second-factor/confirmation", Map.of("code", code(secret, step)));
        if (confirmed.status() != 200) {
            throw new IllegalStateException("enrolment answered " + confirmed.status() + " " + confirmed.body());
        }
        List<String> codes = new ArrayList<>();
        confirmed.body().path("recoveryCodes").forEach(one -> codes.add(one.asString()));
        browser.takeToken(confirmed.body().path("session").path("csrfToken").asString());
        return new Enrolled(person, browser, secret, codes, time, step);
    }

    public static Enrolled hire(MockMvc mvc, People people, InstantSource time, String agencyCode, Role... roles)
            throws Exception {
        Person person = Staff.hire(people, agencyCode, roles);
        return in(Staff.browser(mvc, person), person, time);
    }

    /** A browser in which somebody gave the right password, and no code yet. */
    public static Browser halfSigned(MockMvc mvc, People people, InstantSource time) throws Exception {
        Browser browser = new Browser(mvc);
        browser.signIn(hire(mvc, people, time, "620823", Role.HANDLER).person().username(), Staff.PASSWORD);
        return browser;
    }

    public Person person() {
        return person;
    }

    /** The one in which the person enrolled. */
    public Browser browser() {
        return browser;
    }

    public byte[] secret() {
        return secret.clone();
    }

    public List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** The code that was given when enrolling. */
    public String usedCode() {
        return code(secret, confirmedAt);
    }

    /** The one that comes after it, which is taken already. */
    public String nextCode() {
        return code(secret, confirmedAt + 1);
    }

    /** One that is none of those around now. */
    public String wrongCode() {
        long step = time.millis() / HALF_MINUTE;
        for (int number = 0; ; number++) {
            String guess = "%06d".formatted(number);
            boolean right = false;
            for (long near = step - 2; near <= step + 2; near++) {
                right |= guess.equals(code(secret, near));
            }
            if (!right) {
                return guess;
            }
        }
    }

    public static byte[] secret(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        long held = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }

    public static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int from = hash[19] & 15;
            long number = ByteBuffer.wrap(hash, from, 4).getInt() & 0x7FFFFFFFL;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
