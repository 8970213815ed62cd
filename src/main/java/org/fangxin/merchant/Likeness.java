package org.fangxin.merchant;

import java.util.HashSet;
import java.util.Set;

/** How much two names or two texts have in common, in the writing by which the registry looks names up. Pure. */
public final class Likeness {
    private static final int SHORTEST_NAME = 3;
    private static final int WHOLE = 100;

    private Likeness() {}

    /** Whether two names are one, whatever their brackets, blanks and widths; names too short to tell anything are not. */
    public static boolean sameName(String one, String another) {
        String plain = NameKeys.plain(one);
        return plain.codePointCount(0, plain.length()) >= SHORTEST_NAME && plain.equals(NameKeys.plain(another));
    }

    /** How much of the pairs of characters of two texts is in both, in percent from 0 to 100. */
    public static int percent(String one, String another) {
        Set<String> pairs = pairs(one);
        Set<String> others = pairs(another);
        if (pairs.isEmpty() || others.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(pairs);
        both.retainAll(others);
        return Math.round(WHOLE * 2f * both.size() / (pairs.size() + others.size()));
    }

    private static Set<String> pairs(String text) {
        String plain = NameKeys.plain(text);
        return plain.isEmpty() ? Set.of() : new HashSet<>(NameKeys.pairs(plain));
    }
}
