package org.fangxin.intake.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A word list of the resource folder {@code intake}: lines {@code code | weight | word word …}, a code of several lines
 * keeps one entry. In a word {@code …} stands for up to six characters.
 */
final class WordList {
    /** One word with its weight. */
    record Word(Phrase phrase, int weight) {}

    private final Map<String, List<Word>> byCode;

    private WordList(Map<String, List<Word>> byCode) {
        this.byCode = byCode;
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
