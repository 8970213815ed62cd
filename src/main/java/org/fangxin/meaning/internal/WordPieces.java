package org.fangxin.meaning.internal;

import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts a text into the numbers that the model knows: each Chinese character by itself, other words into their longest
 * known pieces (the WordPiece scheme of BERT). The vocabulary comes from the model's own file.
 */
final class WordPieces {
    private static final long START = 101;
    private static final long END = 102;
    private static final long UNKNOWN = 100;
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;

    private WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads {@code model.vocab} of a tokenizer file. */
    static WordPieces read(InputStream file) {
        Map<String, Integer> words = new HashMap<>();
        try (JsonParser json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), file)) {
            while (json.nextToken() != null && !"vocab".equals(json.currentName())) {
                // everything before the vocabulary is the same for all models of this family
            }
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String word = json.currentName();
                json.nextToken();
                words.put(word, json.getIntValue());
            }
        }
        return new WordPieces(words);
    }

    /** At most so many numbers, with those that mark start and end. */
    long[] of(String text, int most) {
        List<Long> ids = new ArrayList<>();
        ids.add(START);
        for (String word : words(text)) {
            pieces(word, ids);
            if (ids.size() >= most - 1) {
                break;
            }
        }
        List<Long> kept = ids.subList(0, Math.min(ids.size(), most - 1));
        kept.add(END);
        return kept.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c) && !Character.isIdeographic(c)) {
                        word.appendCodePoint(c);
                        return;
                    }
                    finish(word, words);
                    if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
                        words.add(Character.toString(c));
                    }
                });
        finish(word, words);
        return words;
    }

    private static void finish(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void pieces(String word, List<Long> ids) {
        List<Long> found = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = longest(word, from);
            if (to < 0) {
                break;
            }
            found.add(vocabulary
                    .getOrDefault(piece(word, from, to), (int) UNKNOWN)
                    .longValue());
            from = to;
        }
        if (from == word.length()) {
            ids.addAll(found);
        } else {
            ids.add(UNKNOWN);
        }
    }

    private int longest(String word, int from) {
        for (int to = word.length(); to > from; to--) {
            if (vocabulary.containsKey(piece(word, from, to))) {
                return to;
            }
        }
        return -1;
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
    }
}
