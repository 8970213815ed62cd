package org.fangxin.identity.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Password rules. {@code mlps3} follows GB/T 22239-2019 level 3, {@code asvs} follows OWASP ASVS 5.0; the two contradict
 * each other in classes of characters and periodic change, so a bureau chooses.
 */
public enum PasswordProfile {
    MLPS3(12, 3, Optional.of(Duration.ofDays(90)), 5),
    ASVS(15, 1, Optional.empty(), 1);

    private static final int LONGEST = 128;
    private static final int KINDS = 4;

    private final int shortest;
    private final int classes;
    private final Optional<Duration> lifetime;
    private final int remembered;

    PasswordProfile(int shortest, int classes, Optional<Duration> lifetime, int remembered) {
        this.shortest = shortest;
        this.classes = classes;
        this.lifetime = lifetime;
        this.remembered = remembered;
    }

    /** By its name in the settings. */
    public static PasswordProfile of(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT));
    }

    /** After this time a password has to be replaced; empty when never. */
    public Optional<Duration> lifetime() {
        return lifetime;
    }

    /** How many passwords, the present one included, may not be used again. */
    public int remembered() {
        return remembered;
    }

    /** Why the password will not do, in Chinese; empty when it will. */
    public Optional<String> objection(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < shortest) {
            return Optional.of("密码至少要 " + shortest + " 位。");
        }
        if (length > LONGEST) {
            return Optional.of("密码最多 " + LONGEST + " 位。");
        }
        if (classesOf(password) < classes) {
            return Optional.of("密码要含大写字母、小写字母、数字、符号中的三种。");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of("密码里不能有用户名。");
        }
        return isPattern(password) ? Optional.of("密码太好猜：不要用重复或连续的字符。") : Optional.empty();
    }

    private static int classesOf(String password) {
        boolean[] found = new boolean[KINDS];
        password.codePoints().forEach(c -> found[kind(c)] = true);
        int count = 0;
        for (boolean one : found) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static int kind(int c) {
        if (Character.isUpperCase(c)) {
            return 0;
        }
        if (Character.isLowerCase(c)) {
            return 1;
        }
        return Character.isDigit(c) ? 2 : 3;
    }

    /** Whether three quarters of the characters repeat or go on from one of the four before them. */
    private static boolean isPattern(String password) {
        int[] c = password.toLowerCase(Locale.ROOT).codePoints().toArray();
        int dull = 0;
        for (int i = 1; i < c.length; i++) {
            boolean run = Math.abs(c[i] - c[i - 1]) == 1;
            boolean repeat = false;
            for (int back = 1; back <= Math.min(4, i); back++) {
                repeat |= c[i] == c[i - back];
            }
            dull += run || repeat ? 1 : 0;
        }
        return dull * 4 >= (c.length - 1) * 3;
    }
}
