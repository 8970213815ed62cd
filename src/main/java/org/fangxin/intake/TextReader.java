package org.fangxin.intake;

import java.util.List;
import org.fangxin.casefile.Kind;

/**
 * Reads a text by lists of words: which of the four kinds, which goods (code table CH20), which problem (CH27), each with
 * the words that made it think so. It proposes; a person decides. Pure.
 */
public interface TextReader {
    Reading read(String text);

    /** The proposals, strongest first; a list may be empty. */
    record Reading(List<KindGuess> kinds, List<CodeGuess> goods, List<CodeGuess> problem) {
        public List<Kind> kindsOnly() {
            return kinds.stream().map(KindGuess::kind).toList();
        }
    }

    /** A kind and the words that speak for it. */
    record KindGuess(Kind kind, List<String> words) {}

    /** A class of a code table and the words that speak for it. */
    record CodeGuess(String code, String name, List<String> words) {}
}
