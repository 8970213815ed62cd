package org.fangxin.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fangxin.search.Found.Range;
import org.fangxin.search.Found.Snippet;
import org.fangxin.search.Readings;
import org.fangxin.search.Units;
import org.fangxin.search.Units.Unit;
import org.fangxin.search.internal.Wanted.Word;

/** Where in a text the words stand. Pure. */
final class Marks {
    private static final int BEFORE = 24;
    private static final int WINDOW = 96;

    private Marks() {}

    static List<Range> of(String text, Wanted wanted) {
        List<Unit> units = Units.of(text);
        List<Range> ranges = new ArrayList<>();
        for (Word word : wanted.words()) {
            if (!whole(units, word.units(), ranges)) {
                word.units().stream()
                        .filter(unit -> unit.pair() != null || !unit.chinese())
                        .forEach(unit -> part(units, unit, ranges));
            }
        }
        return merged(ranges);
    }

    /** Also by its pinyin or initials. */
    static List<Range> ofName(String name, Wanted wanted) {
        List<Range> ranges = new ArrayList<>(of(name, wanted));
        List<Unit> units = Units.of(name);
        for (Word word : wanted.words()) {
            if (word.letters() && !word.phrase()) {
                spelled(units, word.plain(), ranges);
            }
        }
        return merged(ranges);
    }

    /** Of a number, whose hyphens do not count. */
    static List<Range> ofNumber(String number, Wanted wanted) {
        String plain = number.replace("-", "").toLowerCase(Locale.ROOT);
        for (Word word : wanted.words()) {
            int at = word.number() ? plain.indexOf(word.plain()) : -1;
            if (at >= 0) {
                return List.of(new Range(
                        place(number, at), place(number, at + word.plain().length() - 1) + 1));
            }
        }
        return List.of();
    }

    /** A piece of a long text around the first mark; empty ranges when nothing is marked. */
    static Snippet window(String field, String text, Wanted wanted) {
        String line = text.replaceAll("\\s", " ");
        List<Range> ranges = of(line, wanted);
        int begin =
                ranges.isEmpty() ? 0 : whole(line, Math.max(0, ranges.getFirst().from() - BEFORE));
        int end = whole(line, Math.min(line.length(), begin + WINDOW));
        String before = begin > 0 ? "…" : "";
        int shift = before.length() - begin;
        List<Range> inside = ranges.stream()
                .filter(range -> range.from() >= begin && range.to() <= end)
                .map(range -> new Range(range.from() + shift, range.to() + shift))
                .toList();
        return new Snippet(field, before + line.substring(begin, end) + (end < line.length() ? "…" : ""), inside);
    }

    private static boolean whole(List<Unit> text, List<Unit> word, List<Range> ranges) {
        boolean found = false;
        for (int i = 0; i + word.size() <= text.size(); i++) {
            if (same(text, i, word)) {
                ranges.add(new Range(
                        text.get(i).from(), text.get(i + word.size() - 1).to()));
                found = true;
            }
        }
        return found;
    }

    private static boolean same(List<Unit> text, int at, List<Unit> word) {
        for (int i = 0; i < word.size(); i++) {
            if (!text.get(at + i).one().equals(word.get(i).one())) {
                return false;
            }
        }
        return true;
    }

    private static void part(List<Unit> text, Unit part, List<Range> ranges) {
        for (int i = 0; i < text.size(); i++) {
            Unit unit = text.get(i);
            String pair = part.pair();
            if (pair == null && unit.one().equals(part.one())) {
                ranges.add(new Range(unit.from(), unit.to()));
            } else if (pair != null && pair.equals(unit.pair())) {
                ranges.add(new Range(unit.from(), text.get(i + 1).to()));
            }
        }
    }

    private static void spelled(List<Unit> name, String letters, List<Range> ranges) {
        List<Unit> chinese = name.stream().filter(Unit::chinese).toList();
        String plain = chinese.stream().map(Unit::one).collect(Collectors.joining());
        for (List<String> reading : Readings.of(plain)) {
            if (spelled(chinese, reading, letters, ranges)) {
                return;
            }
        }
    }

    private static boolean spelled(List<Unit> name, List<String> reading, String letters, List<Range> ranges) {
        for (int i = 0; i < reading.size(); i++) {
            StringBuilder initials = new StringBuilder();
            StringBuilder pinyin = new StringBuilder();
            for (int j = i; j < reading.size() && initials.length() < letters.length(); j++) {
                initials.append(Readings.initial(reading.get(j)));
                pinyin.append(reading.get(j));
                if (initials.toString().equals(letters) || pinyin.toString().startsWith(letters)) {
                    ranges.add(new Range(name.get(i).from(), name.get(j).to()));
                    return true;
                }
            }
        }
        return false;
    }

    private static int place(String number, int count) {
        int at = 0;
        for (int left = count; at < number.length(); at++) {
            if (number.charAt(at) != '-' && left-- == 0) {
                break;
            }
        }
        return at;
    }

    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Range> merged(List<Range> ranges) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::from));
        List<Range> merged = new ArrayList<>();
        for (Range range : sorted) {
            if (!merged.isEmpty() && range.from() <= merged.getLast().to()) {
                Range last = merged.removeLast();
                merged.add(new Range(last.from(), Math.max(last.to(), range.to())));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}
