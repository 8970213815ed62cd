package org.fangxin.merchant;

import java.util.Locale;

/** Unified social credit codes (GB 32100): 18 characters, the last one a check over the others. */
public final class SocialCreditCode {
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int LENGTH = 18;

    /** How a code fares. A wrong check character may be a slip of the person who copied it: worth saying, not refusing. */
    public enum Verdict {
        RIGHT,
        WRONG_CHECK,
        MALFORMED
    }

    private SocialCreditCode() {}

    /** A registration number from before the unified code; older ones have no check digit to hold them to. */
    public static boolean oldNumber(String code) {
        return code.matches("[0-9]{13}|[0-9]{15}") && !code.matches("0+");
    }

    public static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    public static Verdict check(String code) {
        if (code.length() != LENGTH || code.chars().anyMatch(c -> CHARACTERS.indexOf(c) < 0)) {
            return Verdict.MALFORMED;
        }
        return checkCharacter(code) == code.charAt(LENGTH - 1) ? Verdict.RIGHT : Verdict.WRONG_CHECK;
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
