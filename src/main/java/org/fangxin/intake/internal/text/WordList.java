package org.fangxin.intake.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A word list of the resource folder {@code intake}: lines {@code code | weight | word word …}, a code of several lines
 * keeps one entry. In a word {@code …} stands for up to six characters. The words of code {@code -} are taken out of a text
 * before it is read: they hold a word and do not mean it ("一定金额" is no 定金).
 */
final class WordList {
    /** One word with its weight. */
    record Word(Phrase phrase, int weight) {}

    private static final String TAKEN_OUT = "-";

    private final Map<String, List<Word>> byCode;
    private final List<Word> takenOut;

    private WordList(Map<String, List<Word>> byCode) {
        this.byCode = byCode;
        this.takenOut = byCode.getOrDefault(TAKEN_OUT, List.of());
        byCode.remove(TAKEN_OUT);
    }

    /** The text without what only looks like a word of this list. */
    String cleared(String text) {
        String rest = text;
        for (Word word : takenOut) {
            rest = word.phrase().outOf(rest);
        }
        return rest;
    }

    Map<String, List<Word>> byCode() {
        return byCode;
    }

    static WordList load(String name) {
        Map<String, List<Word>> found = new LinkedHashMap<>();
        TextFile.lines(name).forEach(line -> read(line, found));
        return new WordList(found);
    }

    private static void read(String line, Map<String, List<Word>> found) {
        String[] parts = line.split("\\|", 3);
        int weight = Integer.parseInt(parts[1].strip());
        List<Word> words = found.computeIfAbsent(parts[0].strip(), code -> new ArrayList<>());
        Arrays.stream(parts[2].strip().split("\\s+"))
                .map(word -> new Word(new Phrase(word), weight))
                .forEach(words::add);
    }
}
