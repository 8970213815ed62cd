package org.fangxin.merchant;

import com.github.promeg.pinyinhelper.Pinyin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a name is found: by any two characters that stand together, by the initials of its pinyin from any character on, by
 * its whole pinyin from the start, inside a division. Pure.
 */
public final class NameKeys {
    private static final int INITIALS = 8;
    /** Levels of a division code: province, city, county, 所. */
    private static final int[] LEVELS = {2, 4, 6, 9};

    private NameKeys() {}

    /** Without spaces and brackets, letters and digits half-width and small. */
    public static String plain(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().map(NameKeys::half).filter(Character::isLetterOrDigit).forEach(out::appendCodePoint);
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static int half(int c) {
        return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
    }

    /** Pairs of characters; of a single character that one. */
    public static List<String> pairs(String plain) {
        int[] points = plain.codePoints().toArray();
        if (points.length == 1) {
            return List.of(plain);
        }
        List<String> pairs = new ArrayList<>(points.length);
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }

    /** Whole pinyin in small letters; what has none stays. */
    public static String pinyin(String plain) {
        StringBuilder out = new StringBuilder(plain.length() * 4);
        plain.codePoints().forEach(c -> out.append(reading(c)));
        return out.toString();
    }

    private static String reading(int c) {
        return c <= Character.MAX_VALUE && Pinyin.isChinese((char) c)
                ? Pinyin.toPinyin((char) c).toLowerCase(Locale.ROOT)
                : Character.toString(c);
    }

    /** The pinyin of each character in small letters; what has none stays. */
    public static List<String> syllables(String plain) {
        return plain.codePoints().mapToObj(NameKeys::reading).toList();
    }

    /** The initials from each character on, each at most eight long and marked by {@code ^}. */
    public static List<String> initials(String plain) {
        StringBuilder all = new StringBuilder();
        plain.codePoints().forEach(c -> all.appendCodePoint(reading(c).codePointAt(0)));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.length() - 1; i++) {
            found.add("^" + all.substring(i, Math.min(all.length(), i + INITIALS)));
        }
        return found;
    }

    /** The words of an entity as PostgreSQL reads a tsvector. */
    public static String terms(String name, List<String> aliases, @Nullable String regionCode) {
        Set<String> words = new LinkedHashSet<>();
        String plain = plain(name);
        words.addAll(pairs(plain));
        words.addAll(initials(plain));
        for (String alias : aliases) {
            String other = plain(alias);
            words.addAll(pairs(other));
            words.addAll(initials(other));
        }
        regions(regionCode).forEach(words::add);
        StringBuilder out = new StringBuilder(words.size() * 6);
        words.forEach(word -> out.append('\'').append(word).append("' "));
        return out.toString().strip();
    }

    /** A token for each level: {@code @62 @6208 @620823}. */
    public static List<String> regions(@Nullable String code) {
        List<String> tokens = new ArrayList<>();
        for (int level : LEVELS) {
            if (code != null && code.length() >= level) {
                tokens.add("@" + code.substring(0, level));
            }
        }
        return tokens;
    }
}
