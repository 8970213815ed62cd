package org.fangxin.casefile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code 23(1)五} as the law prints it: 第二十三条第一款第五项. */
final class Cite {
    private static final Pattern FORM = Pattern.compile("(\\d+)(?:\\((\\d)\\))?([一二三四五六七八]?)");
    private static final String DIGITS = "零一二三四五六七八九";

    private Cite() {}

    /** Several joined by {@code +}. */
    static List<String> all(String cell) {
        return Stream.of(cell.split("\\+")).map(Cite::of).toList();
    }

    static String of(String brief) {
        Matcher parts = FORM.matcher(brief);
        if (!parts.matches()) {
            throw new IllegalArgumentException(brief);
        }
        String paragraph = parts.group(2) == null ? "" : "第" + number(Integer.parseInt(parts.group(2))) + "款";
        String item = parts.group(3).isEmpty() ? "" : "第" + parts.group(3) + "项";
        return "第" + number(Integer.parseInt(parts.group(1))) + "条" + paragraph + item;
    }

    private static String number(int n) {
        if (n < 10) {
            return DIGITS.substring(n, n + 1);
        }
        String tens = n / 10 == 1 ? "" : DIGITS.substring(n / 10, n / 10 + 1);
        String ones = n % 10 == 0 ? "" : DIGITS.substring(n % 10, n % 10 + 1);
        return tens + "十" + ones;
    }
}
