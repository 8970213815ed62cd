package org.fangxin.document.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of archives, one for each closed case. */
@Component
public class Archives {
    private static final String FORM = "ARCHIVE";

    /** @param at when it was given */
    public record Number(String number, Instant at) {}

    private final JdbcClient jdbc;
    private final Series series;

    Archives(JdbcClient jdbc, Series series) {
        this.jdbc = jdbc;
        this.series = series;
    }

    public Optional<Number> of(String caseNo) {
        return jdbc.sql("""
                        select a.number, a.numbered_at from document.archive a
                          join casefile.case_file c on c.id = a.case_id where c.case_no = ?""")
                .param(caseNo)
                .query((rs, n) -> new Number(rs.getString(1), rs.getTimestamp(2).toInstant()))
                .optional();
    }

    /** Gives a case its number; who comes second finds the first one's. */
    public Number give(String caseNo, String agency, String mark, int year, String by, Instant at) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1001))")
                .param(caseNo)
                .query(rs -> {});
        Optional<Number> earlier = of(caseNo);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        int serial = series.take(agency, year, FORM);
        String number = mark + "档〔" + year + "〕第" + serial + "号";
        jdbc.sql("""
                        insert into document.archive
                            (case_id, agency_code, year, serial, number, numbered_at, numbered_by)
                        select c.id, ?, ?, ?, ?, ?, ? from casefile.case_file c where c.case_no = ?""")
                .params(agency, year, serial, number, Timestamp.from(at), by, caseNo)
                .update();
        return of(caseNo).orElseThrow();
    }
}
