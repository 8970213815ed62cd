package org.fangxin.knowledge.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.fangxin.knowledge.store.ArticleStore.Article;
import org.fangxin.meaning.Meaning;
import org.springframework.stereotype.Component;

/**
 * Which articles answer a question: the share of the question's pairs of characters that an article's own questions hold,
 * or, where meaning is on, how alike the two are, whichever says more. Equal ones: the nearer agency first.
 */
@Component
public class Finder {
    private static final double LEAST = 0.34;
    private static final double UNRELATED = 0.5;
    private static final int MOST = 8;
    private static final int KEPT = 4_000;

    private final Meaning meaning;
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    Finder(Meaning meaning) {
        this.meaning = meaning;
    }

    private record Scored(Article article, double score) {}

    /** Best first; all, in the order given, for an empty question. */
    public List<Article> find(String question, List<Article> among) {
        if (question.isBlank()) {
            return among;
        }
        Set<String> asked = pairs(question);
        Optional<float[]> meant = meaning.vector(question);
        List<Scored> scored = new ArrayList<>();
        for (Article article : among) {
            scored.add(new Scored(article, Math.max(byWords(asked, article), byMeaning(meant, article))));
        }
        return scored.stream()
                .filter(one -> one.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(MOST)
                .map(Scored::article)
                .toList();
    }

    private static double byWords(Set<String> asked, Article article) {
        double best = 0;
        for (String own : questions(article)) {
            Set<String> pairs = pairs(own);
            long common = asked.stream().filter(pairs::contains).count();
            best = Math.max(best, (double) common / Math.max(1, Math.min(asked.size(), pairs.size() + 2)));
        }
        return best;
    }

    private double byMeaning(Optional<float[]> meant, Article article) {
        if (meant.isEmpty()) {
            return 0;
        }
        double best = 0;
        for (String own : questions(article)) {
            Optional<float[]> vector = vector(own);
            if (vector.isPresent()) {
                best = Math.max(best, Meaning.likeness(meant.get(), vector.get()));
            }
        }
        return Math.max(0, (best - UNRELATED) / (1 - UNRELATED));
    }

    private Optional<float[]> vector(String own) {
        float[] known = vectors.get(own);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<float[]> fresh = meaning.vector(own);
        if (vectors.size() >= KEPT) {
            vectors.clear();
        }
        fresh.ifPresent(vector -> vectors.put(own, vector));
        return fresh;
    }

    private static List<String> questions(Article article) {
        List<String> all = new ArrayList<>(article.text().variants());
        all.add(article.text().title());
        return all;
    }

    private static Set<String> pairs(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Punct}，。？！、；：“”‘’（）]+", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}
