package org.fangxin.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked; every empty or null part means "any".
 *
 * @param people whether a whole name of a party, or a telephone, is looked for by its fingerprint instead of words
 * @param agency code of a subtree; outside the own scope nothing is found
 * @param year in which the case came in
 * @param cursor where a page before ended or began
 */
public record Question(
        String words,
        boolean people,
        List<String> kinds,
        @Nullable String agency,
        List<String> stages,
        @Nullable String goods,
        @Nullable Integer year,
        int limit,
        @Nullable Cursor cursor) {

    /** @param forward whether what follows it is asked for, or what stands before */
    public record Cursor(boolean forward, java.time.Instant received, long id) {}
}
