package org.fangxin.casefile;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether an officer's own words may go to the respondent (Art. 37): nothing of a report, no number by which somebody is
 * found, however it is written. Pure.
 */
public final class LeavingWords {
    /** What must not leave. */
    public enum Leak {
        /** That there is a report, or what it says. */
        REPORT("里提到了举报。是否有举报、举报了什么，都不能让商家知道。请删去。"),
        /** A telephone, an ID number, an e-mail address. */
        PERSONAL("里有像手机号、身份证号或者邮箱的内容，不能给商家看。请删去。");

        private final String sentence;

        Leak(String sentence) {
            this.sentence = sentence;
        }

        /** @param label what the field is called */
        public String of(String label) {
            return "“" + label + "”" + sentence;
        }
    }

    private static final Pattern NUMBERS =
            Pattern.compile("(?<![0-9])1[3-9](?:[\\s-]?[0-9]){9}(?![0-9])|(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@，。；]{1,64}@[^\\s@，。；]{1,63}\\.[A-Za-z]{2,10}");
    private static final Pattern REPORTING = Pattern.compile("举\\s*报|检举|揭发|告发|举告");

    private LeavingWords() {}

    public static Optional<Leak> leak(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return NUMBERS.matcher(plain).find() && !reports(plain) ? Optional.of(Leak.PERSONAL) : leakOfOrder(text);
    }

    /** Of an order's number: it may look like any other number. */
    public static Optional<Leak> leakOfOrder(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (reports(plain)) {
            return Optional.of(Leak.REPORT);
        }
        return EMAIL.matcher(plain).find() ? Optional.of(Leak.PERSONAL) : Optional.empty();
    }

    private static boolean reports(String plain) {
        return REPORTING.matcher(plain).find();
    }
}
