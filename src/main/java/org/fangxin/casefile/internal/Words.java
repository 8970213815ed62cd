package org.fangxin.casefile.internal;

import java.time.LocalDate;
import java.util.Optional;

/** Dates in the sentences of refusals. */
final class Words {
    private Words() {}

    /** 2026年7月6日. */
    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String day(Optional<LocalDate> day) {
        return day.map(Words::day).orElse("");
    }
}
