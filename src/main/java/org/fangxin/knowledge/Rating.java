package org.fangxin.knowledge;

import java.util.regex.Pattern;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of an answer that he got. Of nobody: a remark with a long number or an address of mail is refused.
 *
 * @param version the wording that was read
 * @param remark a word with it, or null
 */
public record Rating(int version, boolean helpful, @Nullable String remark) {
    /** From so many ratings on a share says something. */
    private static final int ENOUGH = 10;
    /** Below this share of helpful ones a wording is to be looked at again. */
    private static final double LOWEST = 0.6;

    private static final int LONGEST = 200;
    private static final Pattern PERSONAL = Pattern.compile("[0-9０-９Xx*\\- ]{7,}|@|＠");

    /** @throws Problem 422 when something is missing, too long or looks like somebody's number */
    public static Rating of(@Nullable Integer version, @Nullable Boolean helpful, @Nullable String typed) {
        if (version == null) {
            throw Problem.invalid("version", "required", "缺少看到的版本，请刷新页面再评。");
        }
        if (helpful == null) {
            throw Problem.invalid("helpful", "required", "请选“有用”或者“没用”。");
        }
        String remark = typed == null ? "" : typed.strip();
        if (remark.codePointCount(0, remark.length()) > LONGEST) {
            throw Problem.invalid("remark", "too-long", "最多写 200 字，请写短一些。");
        }
        if (PERSONAL.matcher(remark).find()) {
            throw Problem.invalid("remark", "personal", "请不要写电话、证件号码或者邮箱，说说答复哪里没说清楚就可以。");
        }
        return new Rating(version, helpful, remark.isEmpty() ? null : remark);
    }

    /** Whether the ratings of a wording ask for another one. */
    public static boolean doubted(int helpful, int unhelpful) {
        int all = helpful + unhelpful;
        return all >= ENOUGH && helpful < LOWEST * all;
    }
}
