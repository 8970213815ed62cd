package org.fangxin.document.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How agencies sign their papers; each change is a new row. */
@Component
public class Letterheads {
    /**
     * @param mark what stands first in its numbers, e.g. 崇市监
     * @param seal PNG, or null while there is none
     */
    public record Letterhead(
            String mark, @Nullable String phone, @Nullable String address, byte @Nullable [] seal) {}

    private final JdbcClient jdbc;

    Letterheads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Letterhead> of(String agency) {
        return jdbc.sql("""
                        select mark, phone, address, seal from document.letterhead
                         where agency_code = ? order by version desc limit 1""")
                .param(agency)
                .query((rs, n) -> new Letterhead(rs.getString(1), rs.getString(2), rs.getString(3), rs.getBytes(4)))
                .optional();
    }

    public void add(String agency, Letterhead next, String by, Instant at) {
        jdbc.sql("""
                        insert into document.letterhead
                            (agency_code, version, mark, phone, address, seal, changed_by, changed_at)
                        select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ?
                          from document.letterhead where agency_code = ?""")
                .params(Arrays.asList(
                        agency, next.mark(), next.phone(), next.address(), next.seal(), by, Timestamp.from(at), agency))
                .update();
    }
}
