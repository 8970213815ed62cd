package org.fangxin.casefile.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of cases: agency, day, and a count of that agency, day and kind, e.g. {@code 620823-260506-0012}. Reports,
 * consultations and suggestions count apart and carry a letter, so that a complaint's number tells nothing of a report.
 * A number is never a capability.
 */
@Component
class CaseNumbers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String NEXT = """
            insert into casefile.number (agency_code, day, kind, last) values (?, ?, ?, 1)
            on conflict (agency_code, day, kind) do update set last = casefile.number.last + 1
            returning last""";

    private final JdbcClient jdbc;

    CaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String next(String agency, Kind kind, Instant receivedAt) {
        LocalDate day = receivedAt.atZone(Fields.ZONE).toLocalDate();
        int last = jdbc.sql(NEXT)
                .params(agency, day, kind.name())
                .query(Integer.class)
                .single();
        return "%s-%s-%s%04d".formatted(agency, DAY.format(day), letter(kind), last);
    }

    long nextId() {
        return jdbc.sql("select nextval('casefile.case_id')").query(Long.class).single();
    }

    private static String letter(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "";
            case REPORT -> "J";
            case CONSULTATION -> "Z";
            case SUGGESTION -> "Y";
        };
    }
}
