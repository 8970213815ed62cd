package org.fangxin.intake.internal.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.cipher.BlindIndex.Kind;
import org.fangxin.intake.store.VaultStore.Prints;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a reporter's own data out of what he adds later, without anybody opening who he is: every run of characters that
 * could be his name, number or address is compared by its keyed fingerprint (Art. 37).
 */
@Component
public class Recognition {
    private static final int LONGEST_NAME = 12;
    private static final int SHORTEST_NUMBER = 7;
    private static final int LONGEST_NUMBER = 15;
    private static final int SHORTEST_ADDRESS = 6;

    private final BlindIndex index;

    Recognition(BlindIndex index) {
        this.index = index;
    }

    /** The text with the reporter's mark wherever one of the fingerprints fits, and wherever there is an e-mail address. */
    public String without(String text, Prints prints) {
        Run run = new Run(text);
        find(run, Kind.ID_NUMBER, prints.idNumber(), 15, 18, c -> Character.isDigit(c) || c == 'X' || c == 'x');
        find(run, Kind.PHONE, prints.phone(), SHORTEST_NUMBER, LONGEST_NUMBER, c -> Character.isDigit(c) || c == '+');
        int length = prints.addressLength();
        if (length >= SHORTEST_ADDRESS) {
            find(run, Kind.ADDRESS, prints.address(), length, length, c -> true);
        }
        find(run, Kind.NAME, prints.name(), 2, LONGEST_NAME, c -> Character.isLetter(c) || c == '·');
        return Redaction.withoutEmail(run.marked());
    }

    private void find(Run run, Kind kind, byte @Nullable [] print, int shortest, int longest, IntPredicate part) {
        if (print == null) {
            return;
        }
        for (int from = 0; from + shortest <= run.length(); from++) {
            for (int to = from + 1; to <= run.length() && to - from <= longest && part.test(run.at(to - 1)); to++) {
                if (to - from >= shortest && fits(kind, run.words(from, to), print)) {
                    run.mark(from, to);
                }
            }
        }
    }

    private boolean fits(Kind kind, String words, byte[] print) {
        return index.candidates(kind, words).stream().anyMatch(one -> Arrays.equals(one, print));
    }

    /** The characters of a text that count, blanks and dashes passed over, each with its place in the text. */
    private static final class Run {
        private final int[] text;
        private final int[] places;
        private final BitSet marked = new BitSet();

        Run(String text) {
            this.text = text.codePoints().toArray();
            this.places = IntStream.range(0, this.text.length)
                    .filter(i -> counts(this.text[i]))
                    .toArray();
        }

        private static boolean counts(int c) {
            return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-' && c != '－' && c != '—';
        }

        int length() {
            return places.length;
        }

        /** In its plain form: full-width digits and letters are the same. */
        int at(int i) {
            int c = text[places[i]];
            return c < 0x80
                    ? c
                    : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                            .codePointAt(0);
        }

        String words(int from, int to) {
            StringBuilder words = new StringBuilder();
            for (int i = from; i < to; i++) {
                words.appendCodePoint(text[places[i]]);
            }
            return words.toString();
        }

        void mark(int from, int to) {
            marked.set(places[from], places[to - 1] + 1);
        }

        String marked() {
            StringBuilder rest = new StringBuilder();
            for (int i = 0; i < text.length; i++) {
                if (!marked.get(i)) {
                    rest.appendCodePoint(text[i]);
                } else if (i == 0 || !marked.get(i - 1)) {
                    rest.append(Redaction.REPORTER);
                }
            }
            return rest.toString();
        }
    }
}
