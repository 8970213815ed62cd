package org.fangxin.search.internal;

import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.fangxin.casefile.CasesByWords;
import org.fangxin.casefile.Fields;
import org.fangxin.search.CaseTerms;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.WordIndex;
import org.fangxin.search.store.WordIndex.Candidate;
import org.fangxin.search.store.WordIndex.Walk;
import org.fangxin.search.store.WordShares;
import org.fangxin.search.store.WordShares.Shares;
import org.springframework.stereotype.Component;

/**
 * The newest hits in any scope, whatever the words. What is rare by what the server knows of the words is found by their index at
 * once. For the rest a look at the newest cases tells how frequent they are together: what most cases say is found by going on like
 * that, everything between by the index of words, portion by portion of months that hold about as many hits as are wanted. So
 * neither the list of a common word nor the dates of a whole country are ever gone through.
 */
@Component
class Candidates {
    /** Above this many no hit is counted. */
    static final int MOST = CasesByWords.MOST;

    private static final int LOOK = 3_000;
    private static final int LOOK_ON = 8_000;
    /** From one in so many on, words are frequent: the walk ends before it has looked at too much. */
    private static final int FREQUENT = 4;

    /** So many hits of a portion are put in order; a little more than are wanted, as months differ. */
    private static final double PORTION = 2_600;
    /** So many places of one word are gone through at once. */
    private static final double LIST = 400_000;

    private static final int MONTHS = 36;
    private static final double DAYS_OF_MONTH = 30.4;

    private final WordIndex index;
    private final WordShares shares;

    Candidates(WordIndex index, WordShares shares) {
        this.index = index;
        this.shares = shares;
    }

    /** At most one more than {@link #MOST}, newest first. */
    List<Candidate> of(Ask ask, Wanted wanted) {
        return of(ask, known(ask, now -> TermQuery.share(wanted, now::of)));
    }

    /** The same for what holds every unit of at least one of these groups. */
    List<Candidate> ofOne(Ask ask, Collection<List<String>> groups) {
        return of(
                ask,
                known(
                        ask,
                        now -> groups.stream()
                                .mapToDouble(units -> units.stream()
                                        .mapToDouble(now::of)
                                        .min()
                                        .orElse(1))
                                .sum()));
    }

    private Known known(Ask ask, ToDoubleFunction<Shares> share) {
        Shares known = shares.now();
        if (known.cases() == 0) {
            // nothing was sampled yet
            return Known.NOTHING;
        }
        double all = known.cases() * share.applyAsDouble(known);
        return new Known(all, ask.agency().isEmpty() ? all : all * known.of("@" + ask.agency()));
    }

    List<Candidate> of(Ask ask, Known known) {
        if (known.few()) {
            return index.rare(ask, "", null, MOST + 1);
        }
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

    /**
     * What the server's statistics tell beforehand.
     *
     * @param all about how many cases have the rarest word, anywhere; at most
     * @param here about how many of them lie in the level asked for
     */
    record Known(double all, double here) {
        static final Known NOTHING = new Known(Double.MAX_VALUE, Double.MAX_VALUE);

        /** Whether the index of words is the shortest way: few places to go through and few cases to read. */
        boolean few() {
            return all <= LIST && here <= PORTION;
        }
    }

    private List<Candidate> byPortions(Ask ask, Walk walk) {
        Instant newest = Objects.requireNonNull(walk.newest());
        double days = Math.max(1, ChronoUnit.DAYS.between(Objects.requireNonNull(walk.oldest()), newest));
        double hitsAMonth = Math.max(1, walk.hits().size()) / days * DAYS_OF_MONTH;
        int months = (int) Math.clamp(Math.round(PORTION / hitsAMonth), 1, MONTHS + 1);
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
