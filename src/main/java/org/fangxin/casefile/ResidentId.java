package org.fangxin.casefile;

import java.util.Locale;

/** Resident identity numbers (GB 11643): 17 digits and a check. Passports and other papers are only bounded in length. */
public final class ResidentId {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentId() {}

    public static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether it can be a number: a resident's with the right check, or another paper's 5 to 20 letters and digits. */
    public static boolean plausible(String number) {
        return number.matches("[0-9]{17}[0-9X]") ? checked(number) : number.matches("[0-9A-Z]{5,17}|[0-9A-Z]{19,20}");
    }

    private static boolean checked(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11) == number.charAt(17);
    }
}
