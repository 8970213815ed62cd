package org.fangxin.casefile;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as they are written in China, and foreign ones with {@code +}. */
public final class Phones {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern FIXED = Pattern.compile("0[1-9][0-9]{1,2}[2-9][0-9]{6,7}(?:[-转][0-9]{1,6})?");
    private static final Pattern SERVICE = Pattern.compile("[48]00[0-9]{7}");
    private static final Pattern FOREIGN = Pattern.compile("\\+(?!86)[1-9][0-9]{6,14}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s()（）]");
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+86|0086|86(?=1[3-9][0-9]{9}$))-?");
    private static final Pattern AREA = Pattern.compile("^(0[0-9]{2,3})-");
    private static final String HOW = "请填 11 位手机号，或带区号的固定电话。";
    private static final int MOBILE_LENGTH = 11;

    private Phones() {}

    /** Without blanks, hyphens, brackets and the country code; an extension stays behind a hyphen. */
    public static String normal(String typed) {
        String plain = BETWEEN.matcher(typed).replaceAll("").replace('－', '-').replace('—', '-');
        plain = COUNTRY.matcher(plain).replaceFirst("");
        plain = AREA.matcher(plain).replaceFirst("$1");
        return MOBILE.matcher(plain.replace("-", "")).matches()
                        || SERVICE.matcher(plain.replace("-", "")).matches()
                ? plain.replace("-", "")
                : plain;
    }

    /** What is wrong with the number, as a sentence that says what to do; empty when it can be dialled. */
    public static Optional<String> fault(String typed) {
        String number = normal(typed);
        if (MOBILE.matcher(number).matches()
                || FIXED.matcher(number).matches()
                || SERVICE.matcher(number).matches()
                || FOREIGN.matcher(number).matches()) {
            return Optional.empty();
        }
        if (!number.matches("\\+?[0-9-转]+")) {
            return Optional.of("电话里有不是数字的字符。" + HOW);
        }
        if (number.startsWith("1") && !number.contains("-")) {
            return Optional.of(mobileFault(number.length()));
        }
        return Optional.of("电话号码不对。" + HOW);
    }

    private static String mobileFault(int digits) {
        if (digits < MOBILE_LENGTH) {
            return "电话少 " + (MOBILE_LENGTH - digits) + " 位。" + HOW;
        }
        if (digits > MOBILE_LENGTH) {
            return "电话多 " + (digits - MOBILE_LENGTH) + " 位。" + HOW;
        }
        return "没有这样的手机号。" + HOW;
    }
}
