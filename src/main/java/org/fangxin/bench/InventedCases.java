package org.fangxin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fangxin.search.CaseTerms;

/**
 * Cases that are invented from a seed: five years back, counties of very different size, stories of seven to eleven pieces, so that some
 * words stand in nearly every second one and some in hardly any.
 */
final class InventedCases {
    private static final List<String> CLASSES = List.of("101", "103", "117", "127", "131", "134", "141", "114");
    private static final int YEARS = 5;

    /** One case with its words. */
    record Invented(
            long id,
            String agency,
            String kind,
            String stage,
            Instant received,
            String goodsCode,
            String goods,
            String merchant,
            String summary,
            String terms) {}

    private final List<String[]> places;
    private final Random random;
    private final InventedWords words;
    private final Instant now;
    private final int all;

    /** @param places code and name of each county */
    InventedCases(List<String[]> places, long seed, Instant now, int all) {
        this.places = places;
        this.random = new Random(seed);
        this.words = new InventedWords(random);
        this.now = now;
        this.all = all;
    }

    /** Oldest first, as cases come in. */
    List<Invented> next(int from, int count) {
        List<Invented> cases = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            cases.add(one(i));
        }
        return cases;
    }

    private Invented one(int n) {
        String[] place = places.get((int) (places.size() * Math.pow(random.nextDouble(), 3)));
        String merchant = words.shop(place[1]);
        String goods = words.goods();
        Instant received =
                now.minus(Duration.ofDays(365L * YEARS).multipliedBy(all - n).dividedBy(all));
        boolean open = n > all - all / 9;
        String kind = random.nextInt(5) == 0 ? "REPORT" : "COMPLAINT";
        String summary = goods + words.piece();
        CaseTerms.Source source = new CaseTerms.Source(
                place[0],
                kind,
                received,
                List.of(merchant),
                words.any(CLASSES),
                goods,
                summary,
                words.story(goods),
                List.of(number(place[0], n), "T" + n),
                List.of());
        return new Invented(
                n + 1L,
                place[0],
                kind,
                open ? "RECEIVED" : "CLOSED",
                received,
                String.valueOf(source.goodsCode()),
                goods,
                merchant,
                summary,
                CaseTerms.of(source));
    }

    static String number(String agency, long n) {
        return agency + "-200101-" + n;
    }
}
