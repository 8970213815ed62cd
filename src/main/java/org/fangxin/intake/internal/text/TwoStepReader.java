package org.fangxin.intake.internal.text;

import java.util.List;
import java.util.Map;
import org.fangxin.intake.TextReader;
import org.fangxin.meaning.Meaning;
import org.springframework.stereotype.Component;

/**
 * {@link TextReader} in two steps: words first, since a person can check them; where no word says anything of the goods or
 * the problem, the sentence model says which of our example sentences means nearly the same.
 */
@Component
public final class TwoStepReader implements TextReader {
    private static final int MOST = 3;
    private static final double LEAST_GOODS = 0.58;
    private static final double LEAST_PROBLEM = 0.45;

    private final WordReader words = new WordReader();
    private final Prototypes goods = new Prototypes("goods.prototypes", LEAST_GOODS);
    private final Prototypes problems = new Prototypes("problems.prototypes", LEAST_PROBLEM);
    private final CodeNames names = CodeNames.load();
    private final Meaning meaning;

    public TwoStepReader(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public Reading read(String text) {
        return words.read(text);
    }

    @Override
    public Reading readDeeply(String text) {
        Reading read = words.read(text);
        return new Reading(
                read.kinds(),
                orNear(read.goods(), goods, names.goods(), text),
                orNear(read.problem(), problems, names.problems(), text));
    }

    private List<CodeGuess> orNear(
            List<CodeGuess> byWords, Prototypes classes, Map<String, String> names, String text) {
        if (!byWords.isEmpty()) {
            return byWords;
        }
        return classes.nearest(text, meaning, MOST).stream()
                .map(near -> new CodeGuess(
                        near.code(),
                        names.getOrDefault(near.code(), near.code()),
                        List.of(),
                        Source.MEANING,
                        near.sentence()))
                .toList();
    }
}
