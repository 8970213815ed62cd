package org.fangxin.search.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.merchant.NameKeys;
import org.fangxin.search.Units;
import org.fangxin.search.WordsNear;
import org.fangxin.search.store.WordIndex;
import org.fangxin.search.store.WordShares;
import org.fangxin.search.store.WordShares.Shares;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@link WordsNear}: the rarest words of the text, as many as may be looked up without going through too many cases. Where
 * every single word is too frequent (a province, the nation), two rare ones together.
 */
@Component
class NearWords implements WordsNear {
    private static final int LONGEST = 2_000;
    /** So many cases are weighed at most, as far as can be told beforehand. */
    private static final double BUDGET = 2_000;

    private static final int SINGLES = 32;
    private static final int ENOUGH = 8;
    private static final int COUPLES = 24;
    /** Two words of one story stand together far more often than their shares make one think. */
    private static final double TOGETHER = 50;

    private final WordIndex index;
    private final WordShares shares;

    NearWords(WordIndex index, WordShares shares) {
        this.index = index;
        this.shares = shares;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> of(String text, String agency, Instant since, int most) {
        Shares known = shares.now();
        String own = NameKeys.plain(agency).equals("00") ? "" : NameKeys.plain(agency);
        double cases = known.cases() * (own.isEmpty() ? 1 : known.of("@" + own));
        List<String> chosen = chosen(words(text), known, cases);
        if (chosen.isEmpty()) {
            return List.of();
        }
        String query =
                "(" + String.join(" | ", chosen) + ")" + (own.isEmpty() ? "" : " & " + TermQuery.quoted("@" + own));
        return index.near(query, since, most);
    }

    private static Set<String> words(String text) {
        String start = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        Set<String> words = new LinkedHashSet<>();
        for (Units.Unit unit : Units.of(start)) {
            if (unit.pair() != null) {
                words.add(unit.pair());
            } else if (!unit.chinese() && unit.one().length() > 2) {
                words.add(unit.one());
            }
        }
        return words;
    }

    private static List<String> chosen(Set<String> words, Shares known, double cases) {
        // equally rare ones in an order of their own, so that they come from all over the text
        List<String> rarest = words.stream()
                .sorted(Comparator.comparingDouble(known::of).thenComparing(String::hashCode))
                .toList();
        List<String> chosen = new ArrayList<>();
        double weighed = 0;
        for (String word : rarest) {
            weighed += cases * known.of(word);
            if (chosen.size() == SINGLES || weighed > BUDGET) {
                break;
            }
            chosen.add(TermQuery.quoted(word));
        }
        return chosen.size() >= Math.min(ENOUGH, rarest.size()) ? chosen : couples(rarest, known, cases);
    }

    private static List<String> couples(List<String> rarest, Shares known, double cases) {
        List<String> chosen = new ArrayList<>();
        double weighed = 0;
        for (int i = 0; i + 1 < rarest.size() && chosen.size() < COUPLES; i++) {
            String one = rarest.get(i);
            String another = rarest.get(i + 1);
            weighed += cases * known.of(one) * known.of(another) * TOGETHER;
            if (weighed > BUDGET) {
                break;
            }
            chosen.add("(" + TermQuery.quoted(one) + " & " + TermQuery.quoted(another) + ")");
        }
        return chosen;
    }
}
