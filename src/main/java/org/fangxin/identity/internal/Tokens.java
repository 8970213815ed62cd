package org.fangxin.identity.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Random words that nobody can guess: ids, secrets, first passwords. */
public final class Tokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int PASSWORD_LENGTH = 16;
    private static final int RECOVERY_LENGTH = 16;

    /** Without letters that are mistaken for each other when read from paper. */
    private static final String[] CLASSES = {
        "ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-+=@#%"
    };

    private Tokens() {}

    /** 128 random bits behind a prefix that says of what. */
    public static String id(String prefix) {
        return prefix + "-" + random(ID_BYTES);
    }

    /** 256 random bits. */
    public static String secret() {
        return random(SECRET_BYTES);
    }

    /** A first password that satisfies every profile and can be read aloud. */
    public static String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            String letters = CLASSES[i % 4 == 3 && i < PASSWORD_LENGTH - 1 ? 2 : i % 3];
            password.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        int symbol = 1 + RANDOM.nextInt(PASSWORD_LENGTH - 2);
        password.setCharAt(symbol, CLASSES[3].charAt(RANDOM.nextInt(CLASSES[3].length())));
        return password.toString();
    }

    /** More than 75 random bits in four groups of letters and digits that nobody mistakes. */
    public static String recoveryCode() {
        String letters = CLASSES[1] + CLASSES[2];
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return code.toString();
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
