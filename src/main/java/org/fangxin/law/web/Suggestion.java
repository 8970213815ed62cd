package org.fangxin.law.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody probably meant: the fewest letters to change. */
final class Suggestion {
    private static final int LONGEST = 80;

    private Suggestion() {}

    static Optional<String> nearest(String typed, Collection<String> known) {
        String text = typed.substring(0, Math.min(typed.length(), LONGEST));
        return known.stream().min(Comparator.comparingInt(name -> distance(text, name)));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
