package org.fangxin.merchant;

import java.util.HashSet;
import java.util.Set;

/** How much two names or two texts have in common, in the writing by which the registry looks names up. Pure. */
public final class Likeness {
    private static final int SHORTEST_NAME = 3;
    private static final int WHOLE = 100;
    /** With fewer pairs a text is held by many. */
    private static final int TELLING = 15;
    /** What a brief text that is held whole by a very long one comes to. */
    private static final float BRIEF = 0.6f;

    private Likeness() {}

    /** Whether two names are one, whatever their brackets, blanks and widths; names too short to tell anything are not. */
    public static boolean sameName(String one, String another) {
        String plain = NameKeys.plain(one);
        return plain.codePointCount(0, plain.length()) >= SHORTEST_NAME && plain.equals(NameKeys.plain(another));
    }

    /**
     * How alike two texts are, in percent from 0 to 100: the share of pairs of characters that both have. When one is much
     * shorter, how much of it the other holds counts too, since people retell a story in brief or send its beginning. The one
     * place where such a figure is made.
     */
    public static int percent(String one, String another) {
        return percent(new Text(one), new Text(another));
    }

    /** A text made ready for being compared with many. */
    public static final class Text {
        private final Set<String> pairs;

        public Text(String text) {
            this.pairs = pairs(text);
        }
    }

    /** The same of texts that are compared with many. */
    public static int percent(Text one, Text another) {
        Set<String> pairs = one.pairs;
        Set<String> others = another.pairs;
        if (pairs.isEmpty() || others.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(pairs);
        both.retainAll(others);
        float shorter = Math.min(pairs.size(), others.size());
        float longer = Math.max(pairs.size(), others.size());
        float shared = 2f * both.size() / (shorter + longer);
        float held = shorter < TELLING ? 0 : both.size() / shorter * (BRIEF + (1 - BRIEF) * shorter / longer);
        return Math.round(WHOLE * Math.max(shared, held));
    }

    private static Set<String> pairs(String text) {
        String plain = NameKeys.plain(text);
        return plain.isEmpty() ? Set.of() : new HashSet<>(NameKeys.pairs(plain));
    }
}
