package org.fangxin.intake;

import java.util.List;
import org.fangxin.casefile.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text: which of the four kinds, which goods (code table CH20), which problem (CH27), each with its reason. It
 * proposes; a person decides.
 */
public interface TextReader {
    /** By lists of words alone. Pure, takes no time. */
    Reading read(String text);

    /** As {@link #read}; where no word says what goods or problem it is, by meaning too. May take seconds the first time. */
    default Reading readDeeply(String text) {
        return read(text);
    }

    /** The proposals, strongest first; a list may be empty. */
    record Reading(List<KindGuess> kinds, List<CodeGuess> goods, List<CodeGuess> problem) {
        public List<Kind> kindsOnly() {
            return kinds.stream().map(KindGuess::kind).toList();
        }
    }

    /** A kind and the words that speak for it. */
    record KindGuess(Kind kind, List<String> words) {}

    /** What a proposal comes from. */
    enum Source {
        /** Words of our lists stand in the text. */
        WORDS,
        /** The text means nearly the same as an example sentence of ours. */
        MEANING
    }

    /**
     * A class of a code table with its reason.
     *
     * @param words that speak for it; none when it was found by meaning
     * @param example our sentence that it is nearest to in meaning, when it was found by meaning
     */
    record CodeGuess(
            String code,
            String name,
            List<String> words,
            Source source,
            @Nullable String example) {
        /** By words. */
        public CodeGuess(String code, String name, List<String> words) {
            this(code, name, words, Source.WORDS, null);
        }
    }
}
