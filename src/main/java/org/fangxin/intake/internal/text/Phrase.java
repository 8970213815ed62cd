package org.fangxin.intake.internal.text;

import java.util.BitSet;
import java.util.Optional;

/** A word, or two parts with up to six characters between them (written with {@code …}). Searches in linear time. */
final class Phrase {
    private static final int GAP = 6;

    private final String first;
    private final String second;

    Phrase(String written) {
        int gap = written.indexOf('…');
        first = gap < 0 ? written : written.substring(0, gap);
        second = gap < 0 ? "" : written.substring(gap + 1);
    }

    /** The text with a gap wherever these words stand. */
    String outOf(String text) {
        return in(text).map(found -> text.replace(found, " ")).orElse(text);
    }

    /** False when not even its first character stands among these. */
    boolean mayBeginIn(BitSet characters) {
        return first.isEmpty() || characters.get(first.charAt(0));
    }

    /** The words as they stand in the text. */
    Optional<String> in(String text) {
        for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
            if (second.isEmpty()) {
                return Optional.of(first);
            }
            int from = at + first.length();
            int then = text.indexOf(second, from);
            if (then < 0) {
                return Optional.empty();
            }
            if (then - from <= GAP) {
                return Optional.of(text.substring(at, then + second.length()));
            }
        }
        return Optional.empty();
    }
}
