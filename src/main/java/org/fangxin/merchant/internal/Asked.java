package org.fangxin.merchant.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fangxin.merchant.NameKeys;

/** What somebody types into the search for a business, as the searches that it may mean. Pure. */
public record Asked(String plain, List<String> pieces) {
    private static final int CODE = 4;

    public static Asked of(String typed) {
        List<String> pieces = new ArrayList<>();
        for (String piece : typed.strip().split("[\\s,，、]+")) {
            String plain = NameKeys.plain(piece);
            if (!plain.isEmpty()) {
                pieces.add(plain);
            }
        }
        return new Asked(String.join("", pieces), List.copyOf(pieces));
    }

    public boolean empty() {
        return plain.isEmpty();
    }

    /** The beginning of a unified social credit code. */
    public boolean code() {
        return plain.length() >= CODE && plain.matches("[0-9][0-9a-z]+");
    }

    public boolean letters() {
        return plain.matches("[a-z0-9]+") && !code();
    }

    public String upper() {
        return plain.toUpperCase(Locale.ROOT);
    }

    /** All pairs of each piece. */
    public String strict() {
        return query(
                pieces.stream().flatMap(piece -> NameKeys.pairs(piece).stream()).toList());
    }

    /** Every second pair: 平凉超市 also finds 平凉市某某超市. Empty when that asks nothing else. */
    public String loose() {
        List<String> some = new ArrayList<>();
        for (String piece : pieces) {
            List<String> pairs = NameKeys.pairs(piece);
            for (int i = 0; i < pairs.size(); i += 2) {
                some.add(pairs.get(i));
            }
        }
        String loose = query(some);
        return loose.equals(strict()) ? "" : loose;
    }

    /** Initials of pinyin from some character of the name on. */
    public String initials() {
        return "'^" + plain + "':*";
    }

    private static String query(List<String> words) {
        return words.stream().distinct().map(word -> "'" + word + "'").collect(Collectors.joining(" & "));
    }
}
