package org.fangxin.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.bench.Casting.Place;
import org.fangxin.casefile.Fields;

/**
 * Who plays what, from a seed: five years back and oldest first, one case in nine still open, counties of very different size,
 * businesses with many complaints and with one. Days are moved by whole weeks, so that working days stay working days.
 */
final class InventedCasts {
    static final int OPEN_IN = 9;
    private static final int YEARS = 5;
    private static final int WEEK = 7;
    /** The first invented number of a day, far behind what a day really brings. */
    private static final long NUMBERS = 10_000_000L;

    private static final int CASES_A_SHOP = 12;
    /** Smaller counties have fewer cases: the largest about one in two hundred of the nation. */
    private static final double SKEW = 1.5;

    private static final List<String> CLASSES = List.of("101", "103", "117", "127", "131", "134", "141", "114");

    private static final DateTimeFormatter NUMBERED = DateTimeFormatter.ofPattern("yyMMdd");
    /** Consultations and suggestions, which are told alike. */
    private static final String OTHER = "";

    private final List<Place> places;
    private final Map<String, List<Mould>> open;
    private final Map<String, List<Mould>> closed;
    private final long seed;
    private final long firstId;
    private final Instant now;
    private final int all;

    InventedCasts(List<Place> places, List<Mould> moulds, long seed, long firstId, Instant now, int all) {
        this.places = places;
        this.open = byKind(moulds.stream().filter(mould -> mould.open));
        this.closed = byKind(moulds.stream().filter(mould -> !mould.open));
        this.seed = seed;
        this.firstId = firstId;
        this.now = now;
        this.all = all;
    }

    /** A mould and who plays it. */
    record Cast(Mould mould, Casting casting) {}

    /** The casts from a place in the order on; the same whoever asks and when. */
    List<Cast> portion(int from, int count) {
        Random random = new Random(seed * 1_000_003L + from);
        InventedWords words = new InventedWords(random);
        List<Cast> casts = new ArrayList<>(count);
        for (int n = from; n < from + count; n++) {
            casts.add(cast(n, random, words));
        }
        return casts;
    }

    private Cast cast(int n, Random random, InventedWords words) {
        boolean isOpen = n >= all - all / OPEN_IN;
        Mould mould = mould(isOpen ? open : closed, kind(random), random);
        int days = isOpen ? -WEEK * weeks(random) : WEEK * (int) Math.floorDiv(days(mould.received, n), (long) WEEK);
        Place place = places.get((int) (places.size() * Math.pow(random.nextDouble(), SKEW)));
        String goods = words.goods();
        long id = firstId + n;
        String day =
                NUMBERED.format(LocalDate.ofInstant(mould.received, Fields.ZONE).plusDays(days));
        String number = place.code() + "-" + day + "-" + (mould.kind.equals("REPORT") ? "J" : "") + (NUMBERS + n);
        return new Cast(
                mould,
                new Casting(
                        n,
                        id,
                        number,
                        "S" + place.code() + "-" + day + "-" + (NUMBERS + n),
                        place,
                        office(place, random),
                        shop(place, random),
                        days,
                        words.any(CLASSES),
                        goods,
                        goods + words.piece(),
                        words.story(goods)));
    }

    /** Open ones are young: most of this week's making, some one or two weeks older. */
    private static int weeks(Random random) {
        int of = random.nextInt(10);
        return of < 7 ? 0 : of < 9 ? 1 : 2;
    }

    /** From the told case's day to the day of the n-th. */
    private long days(Instant told, int n) {
        Instant wanted =
                now.minus(Duration.ofDays(365L * YEARS).multipliedBy(all - n).dividedBy(all));
        return ChronoUnit.DAYS.between(told, wanted);
    }

    private static String kind(Random random) {
        int of = random.nextInt(100);
        return of < 78 ? "COMPLAINT" : of < 97 ? "REPORT" : OTHER;
    }

    private static Map<String, List<Mould>> byKind(Stream<Mould> some) {
        return some.collect(Collectors.groupingBy(
                mould -> List.of("COMPLAINT", "REPORT").contains(mould.kind) ? mould.kind : OTHER));
    }

    private static Mould mould(Map<String, List<Mould>> some, String kind, Random random) {
        List<Mould> fitting = Objects.requireNonNull(some.get(kind), kind);
        return fitting.get(random.nextInt(fitting.size()));
    }

    private static String office(Place place, Random random) {
        return place.offices().isEmpty()
                ? place.code()
                : place.offices().get(random.nextInt(place.offices().size()));
    }

    /** One of the county's businesses: its name follows from its number alone. */
    private String shop(Place place, Random random) {
        int shops = Math.max(1, all / places.size() / CASES_A_SHOP * 2);
        long which = (long) (shops * Math.pow(random.nextDouble(), 2));
        return new InventedWords(new Random(Long.parseLong(place.code()) * 100_003L + which)).shop(place.name());
    }
}
