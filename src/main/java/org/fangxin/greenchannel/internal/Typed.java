package org.fangxin.greenchannel.internal;

import java.text.Normalizer;
import java.util.Locale;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What people typed, in one form and of bearable length. */
final class Typed {
    private Typed() {}

    /** One line; null when nothing is left. */
    static @Nullable String line(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", " ")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        return plain.isEmpty() ? null : plain;
    }

    /**
     * Several lines, at most so many characters; empty when nothing was typed.
     *
     * @throws Problem 422 when it is longer
     */
    static String story(@Nullable String typed, int most) {
        String plain = typed == null
                ? ""
                : typed.replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n\\t]]", "")
                        .strip();
        int length = plain.codePointCount(0, plain.length());
        if (length > most) {
            throw Problem.invalid("text", "too-long", "最多写 " + most + " 字，现在是 " + length + " 字。请分成两条发。");
        }
        return plain;
    }

    /** The form in which names are compared: 某某 家电（商场） is 某某家电(商场). */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}·•・.,，。]", "")
                .toUpperCase(Locale.ROOT);
    }
}
