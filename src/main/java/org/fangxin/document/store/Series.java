package org.fangxin.document.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers by agency, year and form. */
@Component
public class Series {
    private final JdbcClient jdbc;

    Series(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number that the next document would have; it is not taken. */
    public int next(String agency, int year, String form) {
        return 1
                + jdbc.sql("select last from document.series where agency_code = ? and year = ? and form = ?")
                        .params(agency, year, form)
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
    }

    /** Takes the next number; in the transaction that stores the document, or it would leave a gap. */
    public int take(String agency, int year, String form) {
        return jdbc.sql("""
                        insert into document.series as s (agency_code, year, form, last) values (?, ?, ?, 1)
                        on conflict (agency_code, year, form) do update set last = s.last + 1
                        returning last""").params(agency, year, form).query(Integer.class).single();
    }
}
