package org.fangxin.law.web;

import org.fangxin.problem.Problem;

/** An agency's code in a parameter: digits; empty and 00 mean the nation. */
final class AgencyCode {
    private AgencyCode() {}

    /**
     * The code cut to its level, empty for the nation; 330100 is understood as 3301.
     *
     * @throws Problem 422 naming the field
     */
    static String of(String text) {
        String code = text.strip();
        if (!code.matches("[0-9]{0,9}")) {
            throw Problem.invalid("agency", "unreadable", "机关代码是 2 到 9 位数字。");
        }
        if (code.equals("00") || code.equals("000000")) {
            return "";
        }
        if (code.length() == 6 && code.endsWith("00")) {
            return code.endsWith("0000") ? code.substring(0, 2) : code.substring(0, 4);
        }
        return code;
    }
}
