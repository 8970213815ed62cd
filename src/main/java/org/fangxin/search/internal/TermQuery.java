package org.fangxin.search.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.fangxin.search.Units.Unit;
import org.fangxin.search.internal.Wanted.Word;

/** Words as PostgreSQL reads a tsquery. Each is one character run of letters and digits behind a mark: nothing to escape. Pure. */
final class TermQuery {
    private static final int TELLING_NUMBER = 4;

    private TermQuery() {}

    /** In all that a case says. */
    static String everywhere(Wanted wanted) {
        return all(wanted.words().stream().map(TermQuery::everywhere));
    }

    /** In what stands on every list: the business, the numbers of case and submission. */
    static String listed(Wanted wanted) {
        return all(wanted.words().stream().map(TermQuery::listed));
    }

    /** In the name of the business alone. */
    static String names(Wanted wanted) {
        return all(wanted.words().stream().map(TermQuery::name));
    }

    /** In the goods alone. */
    static String goods(Wanted wanted) {
        return all(wanted.words().stream().map(word -> units(word, ":")));
    }

    /**
     * The share of cases that may hold all of this at most: that of the rarest unit. 1 when a way of the words has no whole unit to
     * tell by, as the beginning of a number or of pinyin.
     */
    static double share(Wanted wanted, ToDoubleFunction<String> shares) {
        return wanted.words().stream()
                .mapToDouble(word -> share(word, shares))
                .min()
                .orElse(1);
    }

    private static double share(Word word, ToDoubleFunction<String> shares) {
        if (word.number() || word.letters() && !word.phrase()) {
            return 1;
        }
        return whole(word).stream().mapToDouble(shares).min().orElse(1);
    }

    /** One of these words. */
    static String any(Collection<String> words) {
        return words.stream().map(TermQuery::quoted).collect(Collectors.joining(" | ", "(", ")"));
    }

    static String quoted(String word) {
        return "'" + word + "'";
    }

    private static String all(java.util.stream.Stream<String> parts) {
        return parts.collect(Collectors.joining(" & "));
    }

    private static String everywhere(Word word) {
        List<String> ways = new ArrayList<>();
        ways.add(word.phrase() ? phrase(word) : units(word, ""));
        pinyin(word, ways);
        if (word.number()) {
            ways.add(number(word, "#"));
            ways.add(quoted("$" + word.plain()));
        }
        return either(ways);
    }

    private static String listed(Word word) {
        List<String> ways = new ArrayList<>();
        ways.add(units(word, "="));
        pinyin(word, ways);
        if (word.number()) {
            ways.add(number(word, "#"));
        }
        return either(ways);
    }

    private static String name(Word word) {
        List<String> ways = new ArrayList<>();
        ways.add(units(word, "="));
        pinyin(word, ways);
        return either(ways);
    }

    private static void pinyin(Word word, List<String> ways) {
        if (word.letters() && !word.phrase()) {
            ways.add(quoted("^" + word.plain()) + ":*");
            ways.add(quoted("~" + word.plain()) + ":*");
        }
    }

    /** From its beginning on, when that tells anything. */
    private static String number(Word word, String mark) {
        return quoted(mark + word.plain()) + (word.plain().length() > TELLING_NUMBER ? ":*" : "");
    }

    private static String either(List<String> ways) {
        return ways.size() == 1 ? ways.getFirst() : "(" + String.join(" | ", ways) + ")";
    }

    private static String units(Word word, String mark) {
        return joined(
                whole(word).stream().map(unit -> quoted(mark + unit)).distinct().toList());
    }

    /** Every pair and every run; a character that stands alone by itself. */
    private static List<String> whole(Word word) {
        List<String> whole = new ArrayList<>();
        List<Unit> units = word.units();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (unit.pair() != null) {
                whole.add(unit.pair());
            } else if (!unit.chinese() || !endsPair(units, i)) {
                whole.add(unit.one());
            }
        }
        return whole;
    }

    private static String joined(List<String> parts) {
        return parts.size() == 1 ? parts.getFirst() : "(" + String.join(" & ", parts) + ")";
    }

    private static boolean endsPair(List<Unit> units, int i) {
        return i > 0 && units.get(i - 1).pair() != null;
    }

    /** Pairs and runs at their distance; a lone character only has to be there. */
    private static String phrase(Word word) {
        StringBuilder placed = new StringBuilder();
        List<String> loose = new ArrayList<>();
        int last = -1;
        List<Unit> units = word.units();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            String text = unit.pair() != null ? unit.pair() : unit.chinese() ? null : unit.one();
            if (text != null) {
                placed.append(last < 0 ? "" : " <" + (unit.place() - last) + "> ")
                        .append(quoted(text));
                last = unit.place();
            } else if (!endsPair(units, i)) {
                loose.add(quoted(unit.one()));
            }
        }
        if (!placed.isEmpty()) {
            loose.addFirst("(" + placed + ")");
        }
        return joined(loose);
    }
}
