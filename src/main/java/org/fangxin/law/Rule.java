package org.fangxin.law;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number in law, or one service promise: a row of the resource files.
 *
 * @param source STATUTE or PROMISE; the two are never mixed on a screen
 * @param article citation at article level, e.g. 第十五条 (with the law's name when it is not Order 121)
 * @param triggers names of the entries that start it
 * @param satisfiers names of the entries that meet it
 * @param length number of units; 0 when the law gives none (及时) or the date is set by decision
 * @param pauseReasons codes of pauses allowed; empty when none is
 * @param extendedBy id of the rule that an approved extension leads to, or null
 * @param approver who approves the extension, in Chinese, or null
 * @param validTo last day in force, or null
 */
public record Rule(
        String id,
        Source source,
        String law,
        String article,
        String title,
        List<String> triggers,
        List<String> satisfiers,
        int length,
        Unit unit,
        List<String> pauseReasons,
        @Nullable String extendedBy,
        @Nullable String approver,
        boolean rollsOver,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean active,
        @Nullable String note) {
    public enum Source {
        STATUTE,
        PROMISE
    }

    /** Working day 工作日, calendar day 日, year 年, hour, minute, second; SET: fixed by decision; PROMPTLY: 及时. */
    public enum Unit {
        WORKING_DAY,
        DAY,
        YEAR,
        HOUR,
        MINUTE,
        SECOND,
        SET,
        PROMPTLY
    }
}
