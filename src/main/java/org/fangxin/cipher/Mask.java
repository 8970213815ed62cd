package org.fangxin.cipher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Personal data as it is shown until somebody gives a purpose for seeing it (GB/T 35273 7.2). */
public final class Mask {
    /** Province, city, county, street; what follows them stays hidden. A housing estate (小区) is no county. */
    private static final Pattern DIVISIONS = Pattern.compile("^(?:\\p{IsHan}{2,8}?(?:省|自治区|特别行政区))?"
            + "(?:\\p{IsHan}{2,10}?(?:市(?!场)|自治州|地区|盟))?"
            + "(?:\\p{IsHan}{1,12}?(?:县|(?<!小|社)区|旗|市(?!场)))?"
            + "(?:\\p{IsHan}{1,8}?(?:街道|镇|乡|苏木))?");

    private static final String HIDDEN = "***";

    private Mask() {}

    /** 张三 becomes 张*. */
    public static String name(String name) {
        String plain = name.strip();
        return plain.codePointCount(0, plain.length()) < 2 ? "*" : Character.toString(plain.codePointAt(0)) + "*";
    }

    /** 13800000000 becomes 138****0000; of other numbers the last four digits stay, of short ones none. */
    public static String phone(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        if (digits.length() == 11 && digits.startsWith("1")) {
            return digits.substring(0, 3) + "****" + digits.substring(7);
        }
        return digits.length() >= 7 ? "****" + digits.substring(digits.length() - 4) : "****";
    }

    /** First six and last two characters of a resident's ID number; of a shorter paper the last two. */
    public static String idNumber(String idNumber) {
        String plain = idNumber.strip();
        int length = plain.length();
        if (length >= 15) {
            return plain.substring(0, 6) + "*".repeat(length - 8) + plain.substring(length - 2);
        }
        return length >= 6 ? "*".repeat(length - 2) + plain.substring(length - 2) : HIDDEN;
    }

    /** wang@example.cn becomes w***@example.cn. */
    public static String email(String email) {
        int at = email.strip().lastIndexOf('@');
        return at < 1
                ? HIDDEN
                : Character.toString(email.strip().codePointAt(0))
                        + HIDDEN
                        + email.strip().substring(at);
    }

    /** Down to the county or the street (town, township); nothing when the address does not begin with a division. */
    public static String address(String address) {
        Matcher divisions = DIVISIONS.matcher(address.strip());
        return divisions.find() ? divisions.group() + HIDDEN : HIDDEN;
    }
}
