package org.fangxin.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fangxin.casefile.Fields;
import org.fangxin.merchant.NameKeys;
import org.fangxin.search.Units.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The words of one case as PostgreSQL reads a tsvector. Chinese by two characters that stand together and by single ones,
 * letters and digits whole. Marks in front keep kinds of words apart: {@code =} of a business's name, {@code :} of goods,
 * {@code ^} and {@code ~} initials and pinyin of a name, {@code #} numbers that whoever sees the case knows, {@code $}
 * numbers of papers, {@code @} agencies, {@code +} months and years, {@code !} kinds, {@code %} classes of goods. Pure.
 */
public final class CaseTerms {
    /** Levels of an agency's code: province, city, county, 所. */
    static final int[] LEVELS = {2, 4, 6, 9};

    private static final int PINYIN = 24;
    /** Between two fields, so that no phrase reaches from one into the next. */
    private static final int GAP = 10;

    private static final int FIRST_OF_TWO_DIGITS = 10;
    /** PostgreSQL keeps no later place in a text. */
    private static final int LAST_PLACE = 16_000;

    /**
     * What is known of a case.
     *
     * @param names of the business: as told, as registered, its aliases
     * @param codes of the business, and numbers of case and submission
     * @param papers numbers of issued documents
     */
    public record Source(
            String agency,
            String kind,
            Instant received,
            List<String> names,
            @Nullable String goodsCode,
            @Nullable String goods,
            String summary,
            String story,
            List<String> codes,
            List<String> papers) {}

    /** Places by word; a word without place has none. */
    private final Map<String, StringBuilder> words = new LinkedHashMap<>();

    private int place = 1;

    private CaseTerms() {}

    public static String of(Source source) {
        CaseTerms terms = new CaseTerms();
        terms.bearings(source);
        for (String name : new TreeSet<>(source.names())) {
            terms.name(name);
            terms.text(name, '=');
        }
        String goods = source.goods();
        if (goods != null) {
            terms.text(goods, ':');
        }
        terms.text(source.summary(), ' ');
        terms.text(source.story(), ' ');
        source.codes().forEach(terms::number);
        source.papers().forEach(paper -> terms.add("$" + NameKeys.plain(paper)));
        return terms.written();
    }

    private void bearings(Source source) {
        for (int level : LEVELS) {
            if (source.agency().length() >= level) {
                add("@" + source.agency().substring(0, level));
            }
        }
        var day = source.received().atZone(Fields.ZONE);
        add("+" + day.getYear());
        add(month(day.getYear(), day.getMonthValue()));
        add("!" + source.kind());
        if (source.goodsCode() != null) {
            add("%" + NameKeys.plain(source.goodsCode()));
        }
    }

    /** The word of a month. */
    public static String month(int year, int month) {
        return "+" + year + (month < FIRST_OF_TWO_DIGITS ? "0" : "") + month;
    }

    private void name(String name) {
        for (List<String> syllables : Readings.of(NameKeys.plain(name))) {
            for (int i = 0; i < syllables.size(); i++) {
                List<String> rest = syllables.subList(i, Math.min(syllables.size(), i + PINYIN));
                spelled('~', String.join("", rest));
                spelled('^', rest.stream().map(Readings::initial).collect(Collectors.joining()));
            }
        }
    }

    /** From a character of the name on; one letter alone tells nothing. */
    private void spelled(char mark, String letters) {
        if (letters.length() > 1) {
            add(mark
                    + letters.substring(
                            0,
                            letters.offsetByCodePoints(
                                    0, Math.min(PINYIN, letters.codePointCount(0, letters.length())))));
        }
    }

    /** Whole, without the agency in front, and its last part: people read out any of them. */
    private void number(String number) {
        String[] parts = number.split("-");
        for (int from = 0; from < parts.length; from++) {
            String rest = NameKeys.plain(String.join("", List.of(parts).subList(from, parts.length)));
            if (!rest.isEmpty()) {
                add("#" + rest);
            }
        }
    }

    /** @param mark a kind of words that is kept apart too, or a blank */
    private void text(String text, char mark) {
        for (Unit unit : Units.of(text)) {
            add(unit.one());
            if (mark != ' ') {
                add(mark + unit.one());
            }
            String placed = unit.pair() == null ? unit.chinese() ? null : unit.one() : unit.pair();
            if (placed != null) {
                add(placed, place + unit.place());
                if (mark != ' ') {
                    add(mark + placed);
                }
            }
        }
        place += text.length() + GAP;
    }

    private void add(String word) {
        words.computeIfAbsent(word, w -> new StringBuilder());
    }

    private void add(String word, int at) {
        StringBuilder places = words.computeIfAbsent(word, w -> new StringBuilder());
        if (at <= LAST_PLACE) {
            places.append(places.isEmpty() ? ":" : ",").append(at);
        }
    }

    private String written() {
        StringBuilder out = new StringBuilder(words.size() * 12);
        words.forEach((word, places) ->
                out.append('\'').append(word).append('\'').append(places).append(' '));
        return out.toString().strip();
    }
}
