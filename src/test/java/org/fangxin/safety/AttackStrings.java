package org.fangxin.safety;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Strings that make a careless expression slow: a short piece again and again, then something that does not fit. Counted are
 * the characters that the matcher looks at, so that a busy machine changes nothing.
 */
final class AttackStrings {
    /** The longest text that a form takes. */
    static final int LENGTH = 20_000;

    /** About 50 ms of one core. */
    private static final long MOST_LOOKS = 5_000_000;

    private static final List<String> PIECES = List.of(
            "a", "1", " ", "\n", ".", "-", "_", "/", ":", "@", "，", "。", "中", "1 ", "1-", "a ", "a.", "a1", "中1", "<",
            "(", "\"", "http://", "０");
    private static final List<String> ENDS = List.of("", "!", "\u0001x");
    private static final int OWN = 12;

    private AttackStrings() {}

    /** A sequence that counts how often it is looked at, and stops a matcher that looks too often. */
    private record Counted(String text, long[] looks) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_LOOKS) {
                throw new TooSlow();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("too slow", null, false, false);
        }
    }

    /** The piece whose repetition the whole-text match or the search does not end in time; empty when all do. */
    static Optional<String> slow(String expression) {
        Pattern pattern = Pattern.compile(expression);
        for (String piece : pieces(expression)) {
            String body = piece.repeat(LENGTH / piece.length());
            for (String end : ENDS) {
                if (tooSlow(pattern, body + end)) {
                    return Optional.of(piece);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean tooSlow(Pattern pattern, String text) {
        try {
            pattern.matcher(new Counted(text, new long[1])).matches();
            pattern.matcher(new Counted(text, new long[1])).find();
            return false;
        } catch (TooSlow slow) {
            return true;
        } catch (StackOverflowError deep) {
            // as bad: a text that a consumer may type ends the request
            return true;
        }
    }

    /** The usual ones, and what stands in the expression itself. */
    private static Set<String> pieces(String expression) {
        Set<String> pieces = new LinkedHashSet<>(PIECES);
        expression
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .distinct()
                .limit(OWN)
                .forEach(c -> pieces.add(Character.toString(c)));
        return pieces;
    }
}
