package org.fangxin.intake.internal.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fangxin.intake.TextReader;
import org.springframework.stereotype.Component;

/** {@link TextReader} by the word lists {@code kinds}, {@code goods} and {@code problems}. */
@Component
public final class WordReader implements TextReader {
    private static final int MOST_WORDS = 6;
    private static final int MOST_CODES = 3;
    private static final int LONGEST_READ = 20_000;
    private static final int HEAD = 40;

    private final WordList kinds = WordList.load("kinds.words");
    private final WordList goods = WordList.load("goods.words");
    private final WordList problems = WordList.load("problems.words");
    private final CodeNames names = CodeNames.load();

    @Override
    public Reading read(String text) {
        String plain = plain(text);
        String head = plain.substring(0, Math.min(HEAD, plain.length()));
        return new Reading(
                KindChoice.of(score(kinds, plain, head)),
                codes(score(goods, plain, ""), names.goods()),
                codes(score(problems, plain, ""), names.problems()));
    }

    private static String plain(String text) {
        String bounded = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A word at the beginning, where people say what they want, counts twice. */
    private static Map<String, Score> score(WordList list, String text, String head) {
        Map<String, Score> scores = new LinkedHashMap<>();
        list.byCode().forEach((code, words) -> {
            Score score = new Score();
            words.forEach(word -> word.phrase()
                    .in(text)
                    .ifPresent(found -> score.add(head.contains(found) ? 2 * word.weight() : word.weight(), found)));
            if (score.points() > 0) {
                scores.put(code, score);
            }
        });
        return scores;
    }

    private static List<CodeGuess> codes(Map<String, Score> scores, Map<String, String> names) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingInt(Score::points).reversed()))
                .limit(MOST_CODES)
                .map(entry -> new CodeGuess(
                        entry.getKey(),
                        names.getOrDefault(entry.getKey(), entry.getKey()),
                        entry.getValue().words()))
                .toList();
    }

    /** Points and the words they came from; a word inside a longer one counts once. */
    static final class Score {
        private int points;
        private final List<String> words = new ArrayList<>();

        void add(int weight, String word) {
            points += weight;
            if (words.size() < MOST_WORDS && words.stream().noneMatch(other -> other.contains(word))) {
                words.add(word);
            }
        }

        int points() {
            return points;
        }

        List<String> words() {
            return List.copyOf(words);
        }
    }
}
