package org.fangxin.intake.internal.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.intake.Submission;
import org.jspecify.annotations.Nullable;

/** Takes a person's own data out of free text: out of a report's text wholly, out of one-line summaries as a mask. */
public final class Redaction {
    /** What stands in a report's text where the reporter named himself. */
    public static final String REPORTER = "〔举报人信息〕";

    /** What stands where somebody's name or number was, who did not report. */
    public static final String SOMEBODY = "〔个人信息〕";

    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9０-９])[1１][3-9３-９](?:[\\s—－-]?[0-9０-９]){9}(?![0-9０-９])");
    private static final Pattern RESIDENT_ID = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");
    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_ADDRESS = 6;
    private static final int SHORTEST_NUMBER = 5;

    private Redaction() {}

    /** A report's text without the reporter's name, telephone, ID number, address and e-mail (Art. 37). */
    public static String ofReporter(String text, Submission.Person person) {
        return without(text, person, REPORTER);
    }

    static String withoutEmail(String text) {
        return EMAIL.matcher(text).replaceAll(Matcher.quoteReplacement(REPORTER));
    }

    /** A complaint's text as the other side may read it: no number of anybody, nothing of the person's own data. */
    public static String forOtherSide(String text, Submission.Person person) {
        String rest = without(text, person, SOMEBODY);
        rest = RESIDENT_ID.matcher(rest).replaceAll(SOMEBODY);
        return MOBILE.matcher(rest).replaceAll(SOMEBODY);
    }

    /** The text with {@code mark} in place of what tells who this is, however the numbers are written. */
    public static String without(String text, Submission.Person person, String mark) {
        String rest = text;
        rest = out(rest, person.idNumber(), SHORTEST_NUMBER, mark);
        rest = out(rest, person.phone(), SHORTEST_NUMBER, mark);
        rest = out(rest, person.email(), SHORTEST_NUMBER, mark);
        rest = out(rest, person.address(), SHORTEST_ADDRESS, mark);
        return out(rest, person.name(), SHORTEST_NAME, mark);
    }

    /** As {@link #summary}, without the person's own address too. */
    public static String summaryOf(Submission.Person person, String text, int most) {
        return summary(out(text, person.address(), SHORTEST_ADDRESS, "***"), person.name(), most);
    }

    /** One line for lists: numbers of people masked, the person's name taken out. */
    public static String summary(String text, @Nullable String name, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        line = RESIDENT_ID.matcher(line).replaceAll("******");
        line = MOBILE.matcher(line).replaceAll("***");
        line = EMAIL.matcher(line).replaceAll("***");
        line = name != null && name.length() >= SHORTEST_NAME ? line.replace(name, "本人") : line;
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** 138 0000 0000, 138-0000-0000 and full-width digits are the same number; a name may have blanks in it. */
    private static String out(String text, @Nullable String value, int shortest, String mark) {
        if (value == null || value.codePointCount(0, value.length()) < shortest) {
            return text;
        }
        String loose = value.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '-')
                .mapToObj(Redaction::written)
                .collect(java.util.stream.Collectors.joining("[\\s\\p{Z}—－-]*"));
        return Pattern.compile(loose, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(mark));
    }

    private static String written(int c) {
        boolean wide = c > 0x20 && c < 0x7f;
        String plain = Pattern.quote(Character.toString(c));
        return wide ? "(?:" + plain + "|" + Character.toString(c + 0xfee0) + ")" : plain;
    }
}
