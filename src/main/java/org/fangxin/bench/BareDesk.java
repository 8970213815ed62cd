package org.fangxin.bench;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The least that a desk's pages need from the database, in the same scope and under the same policies. */
@Component
class BareDesk {
    private static final String COLUMNS =
            "select id, case_no, kind, stage, agency_code, summary, merchant_name, received_at, handlers, flags, nearest_due, nearest_at, version from casefile.case_file";
    private static final List<String> PARTS = List.of(
            "select * from casefile.journal where case_id = ? order by case_seq",
            "select * from casefile.act_text where case_id = ?",
            "select party_id, role, name_masked, phone_masked from casefile.party where case_id = ?",
            "select * from casefile.deadline where case_id = ?");

    /** Behind every date of a case; bound, so that the plan is made for this scope. */
    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    BareDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** About how many cases there are. */
    @Transactional(readOnly = true)
    public long cases() {
        return jdbc.sql(
                        "select greatest(reltuples, 0)::bigint from pg_class where oid = 'casefile.case_file'::regclass")
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public long server() {
        return jdbc.sql("select pg_backend_pid()").query(Long.class).single();
    }

    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> worklist() {
        alsoDisputed();
        return jdbc.sql(COLUMNS + " where closed_at is null and id > ? order by nearest_at, id limit 51")
                .param(0L)
                .query()
                .listOfRows();
    }

    @Transactional(readOnly = true)
    public List<Map<String, @Nullable Object>> newest() {
        alsoDisputed();
        return jdbc.sql(COLUMNS + " where received_at < ? order by received_at desc, id desc limit 51")
                .param(Timestamp.from(LATER))
                .query()
                .listOfRows();
    }

    /** One after the other, as they depend on the first. */
    @Transactional(readOnly = true)
    public int casePage(String caseNo) {
        alsoDisputed();
        Map<String, @Nullable Object> file = jdbc.sql("select * from casefile.case_file where case_no = ?")
                .param(caseNo)
                .query()
                .singleRow();
        return PARTS.stream()
                .mapToInt(part -> jdbc.sql(part)
                        .param(Objects.requireNonNull(file.get("id")))
                        .query()
                        .listOfRows()
                        .size())
                .sum();
    }

    /** A round trip. */
    @Transactional(readOnly = true)
    public int nothing() {
        return jdbc.sql("select ?::int").param(1).query(Integer.class).single();
    }

    /** As the desk does: what the agency disputes is seen too (Art. 33). */
    private void alsoDisputed() {
        jdbc.sql("select set_config('fangxin.disputes', 'YES', true)").query(rs -> {});
    }
}
