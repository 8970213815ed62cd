package org.fangxin.search.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.fangxin.casefile.Fields;
import org.fangxin.search.CaseTerms;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.WordIndex;
import org.fangxin.search.store.WordIndex.Candidate;
import org.fangxin.search.store.WordIndex.Walk;
import org.springframework.stereotype.Component;

/**
 * The newest hits in any scope, whatever the words. A look at the newest cases tells how frequent they are: what is frequent is
 * found by going on like that, what is rare by the index of words, portion by portion of months, so that neither the list of a
 * common word nor the dates of a whole country are ever gone through.
 */
@Component
class Candidates {
    /** Above this many no hit is counted. */
    static final int MOST = 2_000;

    private static final int LOOK = 3_000;
    private static final int LOOK_ON = 50_000;
    /** From one in so many on, words are frequent: the walk ends before it has looked at too much. */
    private static final int FREQUENT = 22;

    private static final double PORTION = 80_000;
    private static final int MONTHS = 36;
    private static final double DAYS_OF_MONTH = 30.4;

    private final WordIndex index;

    Candidates(WordIndex index) {
        this.index = index;
    }

    /** At most one more than {@link #MOST}, newest first. */
    List<Candidate> of(Ask ask) {
        Walk walk = index.walk(ask, LOOK);
        if (walk.looked() < LOOK) {
            return capped(walk.hits());
        }
        if (walk.hits().size() * FREQUENT >= walk.looked()) {
            List<Candidate> found = index.frequent(ask, LOOK_ON, MOST + 1);
            if (found.size() > MOST) {
                return found;
            }
        }
        return byPortions(ask, walk);
    }

    private List<Candidate> byPortions(Ask ask, Walk walk) {
        Instant newest = Objects.requireNonNull(walk.newest());
        double days = Math.max(1, ChronoUnit.DAYS.between(Objects.requireNonNull(walk.oldest()), newest));
        int months = (int) Math.max(1, Math.min(MONTHS + 1, PORTION / (walk.looked() / days * DAYS_OF_MONTH)));
        YearMonth from = YearMonth.from(newest.atZone(Fields.ZONE));
        List<Candidate> found = new ArrayList<>();
        int done = 0;
        while (done + months <= MONTHS) {
            found.addAll(index.rare(ask, words(from, done, months), null, MOST + 1));
            if (found.size() > MOST) {
                return capped(found);
            }
            done += months;
            months *= 2;
        }
        Instant rest =
                from.minusMonths(done - 1L).atDay(1).atStartOfDay(Fields.ZONE).toInstant();
        found.addAll(index.rare(ask, "", done == 0 ? null : rest, MOST + 1));
        return capped(found);
    }

    private static String words(YearMonth newest, int from, int months) {
        return TermQuery.any(IntStream.range(from, from + months)
                .mapToObj(newest::minusMonths)
                .map(month -> CaseTerms.month(month.getYear(), month.getMonthValue()))
                .toList());
    }

    private static List<Candidate> capped(List<Candidate> found) {
        return found.size() > MOST + 1 ? List.copyOf(found.subList(0, MOST + 1)) : found;
    }
}
