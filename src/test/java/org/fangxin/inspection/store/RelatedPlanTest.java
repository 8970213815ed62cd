package org.fangxin.inspection.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.inspection.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The cases of a batch are fetched one by one: no statement reads the narratives of years. */
@FangxinTest
class RelatedPlanTest {
    private static final String EVERY_NARRATIVE = """
            select case_no from casefile.case_file c
             where inspection.relation(concat_ws(' ', c.goods_detail, c.summary), c.summary, ?, ?, false) is not null
               and received_at between ?::timestamptz - interval '1 year' and ?::timestamptz + interval '2 years'""";

    private static final String FILL = """
            insert into casefile.case_file
                (id, case_no, kind, stage, agency_code, version, law, channel, submission_no, received_at, opened_at,
                 summary, merchant_name, merchant_uscc, route_reason)
            select -n, 'related-' || n, 'COMPLAINT', 'RECEIVED', '620823', 1, 'order121', 'WEB', 'related', now(), now(), '',
                   '店' || n, '店' || n, ''
              from generate_series(1, 15000) n""";

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void casesOfABatchAreFetchedByTheirIdsAndByTheBusiness() throws Exception {
        Sample.Batch batch = new Sample.Batch("酸奶", "AB-1234", null, "样例店", "91620823MA0000000X", true, "六盒");
        Sample sample = Sample.fresh("620823", null, null, batch, "F-1", "样例路", Instant.EPOCH, List.of("a", "b"));
        List<String> plan = plan(RelatedStore.CASES, RelatedStore.parameters(sample, List.of(1L, 2L)));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on case_file"));
        assertThat(conditions(plan))
                .anyMatch(line -> line.contains("(id = "))
                .anyMatch(line -> line.contains("merchant_uscc = "))
                .anyMatch(line -> line.contains("merchant_name = "));
    }

    /** The twin, as it was: whatever the server may walk, it reads every narrative of the years. */
    @Test
    void aStatementThatComparesEveryNarrativeWalksToNone() throws Exception {
        List<String> plan = plan(EVERY_NARRATIVE, List.of("酸奶", "AB-1234", "2026-11-27", "2026-11-27"));
        assertThat(conditions(plan)).noneMatch(line -> line.contains("(id = ") || line.contains("merchant_"));
    }

    @ParameterizedTest
    @CsvSource({
        "AB-1234, 酸奶, AB-1234",
        "123, 酸奶, ''",
        "20260805, 原味酸奶, 20260805 原味酸奶|20260805 酸奶|2026 8 5 原味酸奶|2026 8 5 酸奶|2026 08 5 原味酸奶|2026 08 5 酸奶|"
                + "2026 8 05 原味酸奶|2026 8 05 酸奶|2026 08 05 原味酸奶|2026 08 05 酸奶",
        "2026年11月1日, 电池 500g, 20261101 电池|2026 11 1 电池|2026 11 01 电池",
        "19991231, 500g, ''",
    })
    void aBatchIsLookedForInEachWayOfWritingIt(String number, String product, String texts) {
        Sample.Batch batch = new Sample.Batch(product, number, null, "样例店", null, true, "六盒");
        assertThat(BatchWords.of(batch))
                .containsExactlyElementsOf(texts.isEmpty() ? List.of() : Arrays.asList(texts.split("\\|")));
    }

    private static List<String> conditions(List<String> plan) {
        return plan.stream().filter(line -> line.contains("Index Cond")).toList();
    }

    /** As the application's own role in a county, among some thousands of cases that are undone again. */
    private List<String> plan(String sql, List<?> parameters) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                jdbc.sql(FILL).update();
                jdbc.sql("analyze casefile.case_file").update();
                jdbc.sql("set local role fx_app").update();
                jdbc.sql("""
                                select set_config('fangxin.scope_from', '620823', true),
                                       set_config('fangxin.scope_to', '620824', true),
                                       set_config('fangxin.person', 'u-plans', true),
                                       set_config('fangxin.reports', 'ALL', true),
                                       set_config('enable_seqscan', 'off', true)""").query(rs -> {});
                return jdbc.sql("explain " + sql)
                        .params(parameters)
                        .query((rs, n) -> rs.getString(1))
                        .list();
            } finally {
                connection.rollback();
            }
        }
    }
}
