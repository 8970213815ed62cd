package org.fangxin.intake.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Kind;
import org.fangxin.intake.TextReader.KindGuess;
import org.fangxin.intake.internal.text.WordReader.Score;

/**
 * From points to kinds. A dispute of one's own with a wish is a complaint (Art. 3); the wish that a breach be dealt with, or
 * a breach told without a wish of one's own, is a report; questions and proposals are what is left.
 */
final class KindChoice {
    private static final int ENOUGH = 3;
    private static final int STRONGEST_QUESTION = 6;

    private KindChoice() {}

    static List<KindGuess> of(Map<String, Score> scores) {
        int dispute = points(scores, "DISPUTE");
        int demand = points(scores, "DEMAND");
        int accuse = points(scores, "ACCUSE");
        int breach = points(scores, "BREACH");
        boolean complaint =
                demand + dispute >= Math.max(ENOUGH, mereQuestion(scores)) && (demand >= 2 || dispute >= ENOUGH);
        boolean report = accuse >= ENOUGH || (!complaint && breach >= ENOUGH);
        List<KindGuess> guesses = new ArrayList<>();
        if (complaint) {
            guesses.add(guess(Kind.COMPLAINT, scores, "DEMAND", "DISPUTE"));
        }
        if (report) {
            guesses.add(guess(Kind.REPORT, scores, "ACCUSE", "BREACH"));
        }
        if (guesses.isEmpty()) {
            softer(scores).ifPresent(guesses::add);
        }
        return List.copyOf(guesses);
    }

    /** "请问网购能退货吗" names a demand and demands nothing: what asks needs more to count as a dispute. */
    private static int mereQuestion(Map<String, Score> scores) {
        int ask = points(scores, "ASK");
        return ask < ENOUGH ? 0 : 2 * Math.min(ask, STRONGEST_QUESTION);
    }

    private static Optional<KindGuess> softer(Map<String, Score> scores) {
        int ask = points(scores, "ASK");
        int propose = points(scores, "PROPOSE");
        if (ask == 0 && propose == 0) {
            return Optional.empty();
        }
        return Optional.of(
                propose > ask ? guess(Kind.SUGGESTION, scores, "PROPOSE") : guess(Kind.CONSULTATION, scores, "ASK"));
    }

    private static int points(Map<String, Score> scores, String code) {
        Score score = scores.get(code);
        return score == null ? 0 : score.points();
    }

    private static KindGuess guess(Kind kind, Map<String, Score> scores, String... codes) {
        List<String> words = new ArrayList<>();
        for (String code : codes) {
            Score score = scores.get(code);
            if (score != null) {
                words.addAll(score.words());
            }
        }
        return new KindGuess(kind, List.copyOf(words));
    }
}
