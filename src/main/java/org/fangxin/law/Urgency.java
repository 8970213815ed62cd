package org.fangxin.law;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How near a date is; the screen draws each in its own form. */
public enum Urgency {
    /** 充足 */
    AMPLE,
    /** 临近: at most a fifth of the length is left, at least two days or working days. */
    NEAR,
    /** 今天: due today. */
    TODAY,
    /** 超期: past, or met only after the date. */
    OVERDUE,
    /** 中止: the clock stands still. */
    PAUSED,
    /** 已办: met in time, or no longer owed. */
    MET;

    /** The word in JSON: {@code ample}, {@code near} … */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
