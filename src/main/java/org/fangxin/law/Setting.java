package org.fangxin.law;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point on which the law is silent or read in two ways, with our default; or the length of a service promise.
 *
 * @param point number of the question in the list of silent points; 0 for a service promise
 * @param standard the value when nobody chose another
 * @param options code → what it means, in Chinese; empty for NUMBER and LENGTH
 * @param range smallest and largest NUMBER, else null
 * @param why why the default is what it is
 */
public record Setting(
        String id,
        int point,
        Kind kind,
        String title,
        String standard,
        Map<String, String> options,
        @Nullable Range range,
        List<String> articles,
        String why) {
    public Setting {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        articles = List.copyOf(articles);
    }

    /** One of the options; true or false; a whole number; options joined by commas; {@code 20 MINUTE} or {@code OFF}. */
    public enum Kind {
        CHOICE,
        FLAG,
        NUMBER,
        LIST,
        LENGTH
    }

    /** Both ends included. */
    public record Range(int min, int max) {}

    /** Whether there is anything to choose. */
    public boolean fixed() {
        return (kind == Kind.CHOICE || kind == Kind.FLAG) && options.size() == 1;
    }
}
