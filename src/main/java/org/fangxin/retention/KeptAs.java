package org.fangxin.retention;

import java.time.LocalDate;
import org.fangxin.casefile.Kind;

/** What a file is kept as: each with a term of its own, which an agency may make longer and never shorter. */
public enum KeptAs {
    COMPLAINT("投诉", "retention.complaint"),
    REPORT("举报（未立案）", "retention.report"),
    PENALTY("立案查处", "retention.penalty"),
    INQUIRY("咨询、建议", "retention.inquiry");

    private final String chinese;
    private final String setting;

    KeptAs(String chinese, String setting) {
        this.chinese = chinese;
        this.setting = setting;
    }

    public String chinese() {
        return chinese;
    }

    /** The setting that holds its years, or {@code PERMANENT}. */
    public String setting() {
        return setting;
    }

    /** @param filed whether a penalty case came of it */
    public static KeptAs of(Kind kind, boolean filed) {
        if (filed) {
            return PENALTY;
        }
        return switch (kind) {
            case COMPLAINT -> COMPLAINT;
            case REPORT -> REPORT;
            case CONSULTATION, SUGGESTION -> INQUIRY;
        };
    }

    /**
     * The last day of a term. The day of archiving does not count, and the term ends on the day of the same number, or on the month's
     * last where it has none (Civil Code 201, 202).
     */
    public static LocalDate lastDay(LocalDate archivedOn, int years) {
        return archivedOn.plusYears(years);
    }
}
