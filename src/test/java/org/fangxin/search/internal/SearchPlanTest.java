package org.fangxin.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

/** Which way the server goes through the words, as the application's own role; some thousands of rows that are undone again. */
@FangxinTest
class SearchPlanTest {
    private static final String FILL = """
            insert into casefile.case_file
                (id, case_no, kind, stage, agency_code, version, law, channel, submission_no, received_at, opened_at,
                 summary, merchant_name, route_reason)
            select -n, 'plan-' || n, 'COMPLAINT', 'RECEIVED', case when n > 6000 then '6101' else '6208' end || (n % 10 + 20), 1, 'order121', 'WEB', 'plan', now(),
                   now(), '', '', ''
              from generate_series(1, 15000) n""";
    private static final String WORDS = """
            insert into search.case_text (case_id, agency_code, kind, stage, received, digest, terms)
            select -n, case when n > 6000 then '6101' else '6208' end || (n % 10 + 20), 'COMPLAINT', 'RECEIVED', now() - n * interval '1 hour', '',
                   (case n % 2 when 0 then '''退款''' else '''更换''' end || ' ''词' || n % 3000 || ''' ''@' || case when n > 6000 then '6101' else '6208' end || '''')::tsvector
              from generate_series(1, 15000) n""";
    private static final String RARE = "terms @@ '''词17'' & ''@6208'''::tsquery";

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Test
    void rareWordsAreFoundByTheIndexOfWordsWithinTheScope() throws Exception {
        filled(statement -> {
            String plan = plan(statement, "select case_id, received from search.visible where " + RARE);
            assertThat(plan).contains("case_text_terms").doesNotContain("Seq Scan");
            assertThat(count(statement, "select count(*) from search.visible where " + RARE))
                    .isEqualTo(2);
        });
    }

    @Test
    void theNewestCasesOfALevelAreWalkedByItsDates() throws Exception {
        filled(statement -> assertThat(plan(
                        statement,
                        "select case_id, terms @@ '''退款'''::tsquery from search.visible where city = '6208'"
                                + " order by received desc, case_id desc limit 300"))
                .containsAnyOf("case_text_city", "case_text_received")
                .doesNotContain("Sort", "Seq Scan"));
    }

    /** And beside it what the server does when it may sort: it gathers the level before it shows the newest of it. */
    @Test
    void aLevelIsGatheredAndSortedUnlessTheWalkForbidsIt() throws Exception {
        filled(statement -> {
            scope(statement, "62", "63");
            String newest = "select case_id, terms @@ '''退款'''::tsquery from search.visible where province = '62'"
                    + " order by received desc, case_id desc limit 3000";
            assertThat(plan(statement, newest)).contains("Sort");
            statement.execute("set local enable_sort = off");
            assertThat(plan(statement, newest))
                    .containsAnyOf("case_text_province", "case_text_received")
                    .doesNotContain("Sort", "Seq Scan");
        });
    }

    /** The twin, and why there is a view: the same words on the table itself, whose policy keeps the index from being used. */
    @Test
    void underThePolicyNoIndexOfWordsIsUsed() throws Exception {
        filled(statement -> assertThat(plan(statement, "select case_id from search.case_text where " + RARE))
                .doesNotContain("case_text_terms"));
    }

    @Test
    void withoutScopeAndElsewhereTheViewIsEmpty() throws Exception {
        filled(statement -> {
            String all = "select count(*) from search.visible where case_id < 0";
            scope(statement, "6209", "620:");
            assertThat(count(statement, all)).isZero();
            scope(statement, "", "");
            assertThat(count(statement, all)).isZero();
            scope(statement, "620823", "620824");
            assertThat(count(statement, all)).isEqualTo(600);
        });
    }

    /** With everything that a test may see of it; the policy's twin reads the table for once. */
    private interface Look {
        void at(Statement statement) throws SQLException;
    }

    private void filled(Look look) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(FILL);
                statement.execute(WORDS);
                statement.execute("analyze search.case_text");
                statement.execute("grant select on search.case_text to fx_app");
                statement.execute("set local role fx_app");
                scope(statement, "6208", "6209");
                look.at(statement);
            } finally {
                connection.rollback();
            }
        }
    }

    private static void scope(Statement statement, String from, String to) throws SQLException {
        statement.execute("""
                select set_config('fangxin.scope_from', '%s', true), set_config('fangxin.scope_to', '%s', true),
                       set_config('fangxin.person', 'somebody', true), set_config('fangxin.reports', 'NONE', true)""".formatted(from, to));
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static int count(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
