package org.fangxin.retention.web;

import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What somebody typed for a record that is kept for ever. */
final class RetentionWords {
    private static final int FEWEST = 5;
    private static final int MOST = 500;

    private RetentionWords() {}

    /**
     * @param label what the page calls the field
     * @throws Problem 422 naming the field
     */
    static String of(String field, String label, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        int length = text.codePointCount(0, text.length());
        if (length < FEWEST || length > MOST) {
            throw Problem.invalid(field, "length", "“" + label + "”要写 5 到 500 个字。不要写姓名、电话等个人信息：清册永久保存。");
        }
        return text;
    }
}
