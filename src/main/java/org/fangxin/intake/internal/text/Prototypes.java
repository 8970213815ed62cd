package org.fangxin.intake.internal.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.meaning.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Sentences of our own that stand for a class, in the resource folder {@code intake}: lines {@code code | sentence}. A text is
 * of the class whose sentence it is most like; {@code -} stands for what is of no class. The sentences' vectors are made
 * when first needed.
 */
final class Prototypes {
    private static final String NO_CLASS = "-";

    /** A class, its sentence that is nearest, and how near it is. */
    record Near(String code, String sentence, double likeness) {}

    private record Sentence(String code, String text) {}

    private record Placed(Sentence sentence, float[] vector) {}

    private final List<Sentence> sentences;
    private final double least;
    private volatile @Nullable List<Placed> placed;

    /** @param least a text less like every sentence than this is of no class; measured on real texts, see the decision note */
    Prototypes(String file, double least) {
        this.sentences = TextFile.lines(file).stream().map(Prototypes::sentence).toList();
        this.least = least;
    }

    private static Sentence sentence(String line) {
        String[] parts = line.split("\\|", 2);
        return new Sentence(parts[0].strip(), parts[1].strip());
    }

    /** Classes nearest to the text, nearest first; none when it is nearest to no class or the model does not answer. */
    List<Near> nearest(String text, Meaning meaning, int most) {
        List<Placed> all = meaning.on() ? placed(meaning) : List.of();
        Optional<float[]> asked = all.isEmpty() ? Optional.empty() : meaning.vector(text);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Near> ranked = ranked(all, asked.get());
        Near first = ranked.getFirst();
        return first.code().equals(NO_CLASS) || first.likeness() < least
                ? List.of()
                : ranked.stream()
                        .filter(one -> one.likeness() >= least && !one.code().equals(NO_CLASS))
                        .limit(most)
                        .toList();
    }

    private static List<Near> ranked(List<Placed> all, float[] asked) {
        Map<String, Near> best = new LinkedHashMap<>();
        for (Placed one : all) {
            Near near = new Near(one.sentence().code(), one.sentence().text(), Meaning.likeness(asked, one.vector()));
            best.merge(near.code(), near, (a, b) -> a.likeness() >= b.likeness() ? a : b);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .toList();
    }

    private List<Placed> placed(Meaning meaning) {
        List<Placed> known = placed;
        if (known != null) {
            return known;
        }
        List<Placed> fresh = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Optional<float[]> vector = meaning.vector(sentence.text());
            if (vector.isEmpty()) {
                return List.of();
            }
            fresh.add(new Placed(sentence, vector.get()));
        }
        placed = List.copyOf(fresh);
        return fresh;
    }
}
