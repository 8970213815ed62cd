package org.fangxin.inspection.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.inspection.Sample;

/**
 * Texts of which a case that names a batch holds one: what {@code inspection.names_batch} then holds against its words. A day
 * of production is looked for in each way of writing it, with a word of the goods beside it. Pure.
 */
final class BatchWords {
    private static final int SHORTEST = 4;
    private static final Pattern DAY = Pattern.compile(
            "((?:19|20)\\d{2})(?:\\s?[年./-]\\s?(\\d{1,2})\\s?[月./-]\\s?(\\d{1,2})\\s?日?|(\\d{2})(\\d{2}))");
    private static final Pattern PARTS = Pattern.compile("[^0-9a-z一-龥]+");
    private static final Pattern LONG_CHINESE = Pattern.compile("[一-龥]{3,}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]+[a-z]*");

    private BatchWords() {}

    static List<String> of(Sample.Batch batch) {
        String number = batch.batch().strip();
        if (number.length() < SHORTEST) {
            return List.of();
        }
        Matcher day = DAY.matcher(number);
        if (!day.matches()) {
            return List.of(number);
        }
        List<String> texts = new ArrayList<>();
        for (String written : days(day)) {
            goods(batch.product()).forEach(word -> texts.add(written + " " + word));
        }
        return texts;
    }

    /** 20260805 is written 2026年8月5日, 2026-08-05, 2026.8.05. */
    private static Set<String> days(Matcher day) {
        int month = Integer.parseInt(day.group(2) == null ? day.group(4) : day.group(2));
        int date = Integer.parseInt(day.group(3) == null ? day.group(5) : day.group(3));
        Set<String> all = new LinkedHashSet<>();
        all.add("%s%02d%02d".formatted(day.group(1), month, date));
        for (String form : List.of("%s %d %d", "%s %02d %d", "%s %d %02d", "%s %02d %02d")) {
            all.add(form.formatted(day.group(1), month, date));
        }
        return all;
    }

    /** As {@code inspection.goods_words} has it: what separators part, and the end of a long part, where Chinese names its kind. */
    private static Set<String> goods(String product) {
        Set<String> words = new LinkedHashSet<>();
        for (String part : PARTS.split(product.toLowerCase(Locale.ROOT))) {
            words.add(part);
            if (LONG_CHINESE.matcher(part).matches()) {
                words.add(part.substring(part.length() - 2));
            }
        }
        words.removeIf(word -> word.length() < 2 || AMOUNT.matcher(word).matches());
        return words;
    }
}
