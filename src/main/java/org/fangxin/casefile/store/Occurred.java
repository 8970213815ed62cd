package org.fangxin.casefile.store;

import java.time.Instant;
import java.time.LocalDate;
import org.fangxin.casefile.Fields;

/** When an act took place: now, or the day that the body's {@code occurredOn} names. */
final class Occurred {
    private Occurred() {}

    /** An unreadable value counts as now here; the procedure refuses it by name. */
    static Instant at(Fields body, Instant now) {
        try {
            return body.text("occurredOn")
                    .filter(text -> text.length() > 10)
                    .flatMap(text -> body.instant("occurredOn"))
                    .or(() -> body.date("occurredOn").map(day -> ofDay(day, now)))
                    .orElse(now);
        } catch (Fields.Faulty faulty) {
            return now;
        }
    }

    private static Instant ofDay(LocalDate day, Instant now) {
        return day.equals(now.atZone(Fields.ZONE).toLocalDate())
                ? now
                : day.atStartOfDay(Fields.ZONE).plusHours(12).toInstant();
    }
}
