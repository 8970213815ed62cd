package org.fangxin.credit.internal;

import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Words that an officer has to give. */
final class Wording {
    private static final int LONGEST = 1000;
    private static final int PAPER = 80;

    private Wording() {}

    /** @throws Problem 422 when nothing or too much was written */
    static String needed(@Nullable String text, String field, String what) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Problem.invalid(field, "required", "请写明" + what + "，1000 字以内，不写举报人的任何信息。");
        }
        return words;
    }

    /** @throws Problem 422 when it is missing */
    static String paper(@Nullable String text, String field) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > PAPER) {
            throw Problem.invalid(field, "required", "请填文书编号，80 字以内。");
        }
        return words;
    }
}
