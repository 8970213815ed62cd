package org.fangxin.casefile.store;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.casefile.Attempt;
import org.fangxin.casefile.Attempt.Refused;
import org.fangxin.casefile.Attempt.Stood;

/** All attempts with one form, sent once or again under its key: together they have one effect or none. */
record Tries(List<Attempt> all) {
    private static final int UNSEEN = 404;

    static Map<String, Tries> of(List<Attempt> attempts) {
        Map<String, Tries> tries = new LinkedHashMap<>();
        attempts.stream()
                .sorted(Comparator.comparingLong(Attempt::begun))
                .collect(Collectors.groupingBy(Attempt::token, LinkedHashMap::new, Collectors.toList()))
                .forEach((token, some) -> tries.put(token, new Tries(some)));
        return tries;
    }

    Attempt first() {
        return all.getFirst();
    }

    List<Stood> stood() {
        return all.stream()
                .flatMap(one -> one.answer() instanceof Stood done ? java.util.stream.Stream.of(done) : null)
                .toList();
    }

    boolean took() {
        return all.stream().anyMatch(Attempt::stood);
    }

    /** The effect was not there before. */
    long begun() {
        return first().begun();
    }

    /** The effect was there then: somebody had been told. */
    long ended() {
        return all.stream()
                .filter(Attempt::stood)
                .mapToLong(Attempt::ended)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The same answer to everybody, and no refusal once somebody had been told that it is done. */
    void alike(Breaks breaks) {
        List<Stood> answers = stood();
        for (Stood answer : answers) {
            if (!answer.entries().equals(answers.getFirst().entries())
                    || !answer.opened().equals(answers.getFirst().opened())) {
                breaks.broken("one key, two answers", first().token());
            }
        }
        for (Attempt late : all) {
            if (late.begun() > ended() && late.answer() instanceof Refused no && no.status() != UNSEEN) {
                breaks.broken("refused under its key though it was done", late.token() + ": " + no.why());
            }
        }
    }
}
