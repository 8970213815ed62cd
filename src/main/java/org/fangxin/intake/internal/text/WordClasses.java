package org.fangxin.intake.internal.text;

import java.util.List;
import java.util.Map;
import org.fangxin.intake.TextReader.CodeGuess;

/** Classes of one word list of the folder {@code intake}, as {@link WordReader} weighs them. Pure. */
public final class WordClasses {
    private final WordList list;
    private final Map<String, String> names;
    private final int least;

    /** @param least a class with fewer points is not named */
    public WordClasses(String file, Map<String, String> names, int least) {
        this.list = WordList.load(file);
        this.names = names;
        this.least = least;
    }

    /** Strongest first. */
    public List<CodeGuess> read(String text) {
        return WordReader.classes(list, text, names, least);
    }
}
