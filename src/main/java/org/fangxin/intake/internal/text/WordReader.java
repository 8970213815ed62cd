package org.fangxin.intake.internal.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fangxin.intake.TextReader;

/** {@link TextReader} by the word lists {@code kinds}, {@code goods} and {@code problems}. */
public final class WordReader implements TextReader {
    private static final int MOST_WORDS = 6;
    private static final int MOST_CODES = 3;
    private static final int LONGEST_READ = 20_000;
    private static final int HEAD = 40;
    private static final int LONG = 200;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

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
                codes(matters(goods, plain), names.goods()),
                codes(matters(problems, plain), names.problems()));
    }

    private static String plain(String text) {
        String bounded = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        return BLANKS.matcher(Normalizer.normalize(bounded, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    static List<CodeGuess> classes(WordList list, String text, Map<String, String> names, int least) {
        Map<String, Score> scores = score(list, list.cleared(plain(text)), "");
        scores.values().removeIf(score -> score.points() < least);
        return codes(scores, names);
    }

    /** What the text is about: a word that it only mentions once, far from its beginning, says nothing of a long text. */
    private static Map<String, Score> matters(WordList list, String plain) {
        String text = list.cleared(plain);
        Map<String, Score> scores = score(list, text, text.substring(0, Math.min(HEAD, text.length())));
        if (text.length() > LONG) {
            scores.values().removeIf(Score::mentioned);
        }
        return scores;
    }

    /** A word at the beginning, where people say what they want, counts twice. */
    private static Map<String, Score> score(WordList list, String text, String head) {
        Map<String, Score> scores = new LinkedHashMap<>();
        BitSet written = characters(text);
        list.byCode().forEach((code, words) -> {
            Score score = new Score();
            for (WordList.Word word : words) {
                if (word.phrase().mayBeginIn(written)) {
                    word.phrase()
                            .in(text)
                            .ifPresent(
                                    found -> score.add(found, word.weight(), head.contains(found), again(text, found)));
                }
            }
            if (score.points() > 0) {
                scores.put(code, score);
            }
        });
        return scores;
    }

    /** Which characters stand in the text: most words of a list do not even begin with one of them. */
    private static BitSet characters(String text) {
        BitSet characters = new BitSet();
        text.chars().forEach(characters::set);
        return characters;
    }

    private static boolean again(String text, String word) {
        return text.indexOf(word) != text.lastIndexOf(word);
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
        private int mentions;
        private final List<String> words = new ArrayList<>();

        void add(String word, int weight, boolean early, boolean again) {
            points += early ? 2 * weight : weight;
            mentions += early || again ? 2 : 1;
            if (words.size() < MOST_WORDS && words.stream().noneMatch(other -> other.contains(word))) {
                words.add(word);
            }
        }

        boolean mentioned() {
            return mentions < 2;
        }

        int points() {
            return points;
        }

        List<String> words() {
            return List.copyOf(words);
        }
    }
}
