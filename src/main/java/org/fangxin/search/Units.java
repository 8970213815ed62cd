package org.fangxin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text taken apart: each Chinese character, each run of letters and digits; what else there is parts them. Pure. */
public final class Units {
    private static final int LONGEST = 40;

    /**
     * @param one the character, or the run in small letters
     * @param pair the character with the Chinese one right behind it, or null
     * @param place how many units stand before it
     * @param from where it begins in the text
     * @param to where it ends in the text
     */
    public record Unit(String one, @Nullable String pair, boolean chinese, int place, int from, int to) {}

    private Units() {}

    public static List<Unit> of(String text) {
        List<Unit> units = new ArrayList<>(text.length());
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            if (Character.isIdeographic(point)) {
                pairWithLast(units, text, at, end);
                units.add(new Unit(text.substring(at, end), null, true, units.size(), at, end));
            } else if (Character.isLetterOrDigit(half(point))) {
                end = endOfRun(text, at);
                units.add(new Unit(run(text, at, end), null, false, units.size(), at, end));
            }
            at = end;
        }
        return units;
    }

    private static void pairWithLast(List<Unit> units, String text, int at, int end) {
        if (!units.isEmpty() && units.getLast().chinese() && units.getLast().to() == at) {
            Unit last = units.removeLast();
            units.add(
                    new Unit(last.one(), text.substring(last.from(), end), true, last.place(), last.from(), last.to()));
        }
    }

    private static int endOfRun(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (Character.isIdeographic(point) || !Character.isLetterOrDigit(half(point))) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static String run(String text, int from, int to) {
        StringBuilder out = new StringBuilder();
        text.substring(from, to).codePoints().map(Units::half).forEach(out::appendCodePoint);
        String run = out.toString().toLowerCase(Locale.ROOT);
        return run.length() <= LONGEST ? run : run.substring(0, run.offsetByCodePoints(0, LONGEST / 2));
    }

    /** A full-width letter or digit made half-width. */
    static int half(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }
}
