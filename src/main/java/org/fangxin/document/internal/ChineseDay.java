package org.fangxin.document.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.fangxin.casefile.Fields;

/** Days and times as official papers write them (GB/T 9704: Arabic figures, no zero before a single one). */
final class ChineseDay {
    private ChineseDay() {}

    static String of(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    static String of(Instant at) {
        return of(at.atZone(Fields.ZONE).toLocalDate());
    }

    static String withTime(Instant at) {
        ZonedDateTime there = at.atZone(Fields.ZONE);
        String minutes = there.getMinute() == 0 ? "" : there.getMinute() + "分";
        return of(there.toLocalDate()) + there.getHour() + "时" + minutes;
    }
}
