package org.fangxin.law.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.law.Pause;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** {@code pause=2026-06-10/2026-07-01}, repeatable; {@code 2026-06-10/} is still open. */
final class PauseParameter {
    private static final int MOST = 50;
    private static final String WHY = "中止计时";

    private PauseParameter() {}

    /** @throws Problem 422 naming the field */
    static List<Pause> of(@Nullable List<String> texts) {
        List<Pause> pauses = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            if (!text.isBlank()) {
                pauses.add(pause(text.strip()));
            }
        }
        if (pauses.size() > MOST) {
            throw Problem.invalid("pause", "too-many", "一次最多 " + MOST + " 段中止时间。");
        }
        return pauses;
    }

    private static Pause pause(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw Problem.invalid("pause", "unreadable", "中止时间请写成“开始/结束”，如 2026-06-10/2026-07-01。");
        }
        LocalDate after = Moments.day("pause", text.substring(0, slash));
        String end = text.substring(slash + 1).strip();
        LocalDate through = end.isEmpty() || end.equals("..") ? null : Moments.day("pause", end);
        if (through != null && through.isBefore(after)) {
            throw Problem.invalid("pause", "reversed", "中止时间的结束早于开始。");
        }
        return new Pause(after, through, WHY);
    }
}
