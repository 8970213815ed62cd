package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.fangxin.FangxinTest;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What must not read everything at ten million cases can walk an index; each beside a statement that can not. */
@FangxinTest
class PlansTest {
    private static final String OPEN = "select id from casefile.case_file where closed_at is null and version > ?";
    private static final String RANGE = "agency_code >= current_setting";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aListOfACountyWalksAnIndexByItsRangeOfAgencies() {
        assertThat(walked(OPEN + " and " + InSight.IN_RANGE)).anyMatch(condition -> condition.contains(RANGE));
        assertThat(walked(OPEN)).as("the policies alone").noneMatch(condition -> condition.contains(RANGE));
    }

    @Test
    void aPageOfACountyTakesTheFirstRowsOfEachAgencyInTheListsOrder() {
        String rows = OPEN.replace("select id", "select id, nearest_at") + " and " + InSight.IN_RANGE;
        String order = WorklistSql.order(Worklist.Sort.DUE, false);
        String page = ByAgency.of(rows.replace("?", "0"), List.of(), order, 21, List.of())
                .sql();
        assertThat(walked(page.replace("limit ?", "limit 21") + " offset ?"))
                .anyMatch(condition -> condition.contains("agency_code = held.code"));
        assertThat(walked(rows + order)).as("the range alone").noneMatch(condition -> condition.contains("held.code"));
    }

    @Test
    void aPageOfAllCasesByWhatIsDueWalksAnIndexOfItsAgency() {
        String rows = "select id, nearest_at from casefile.case_file where version > 0 and " + InSight.IN_RANGE;
        String order = WorklistSql.order(Worklist.Sort.DUE, false);
        String page = ByAgency.of(rows, List.of(), order, 21, List.of()).sql();
        assertThat(inOrder(page.replace("limit ?", "limit 21") + " offset ?"))
                .anyMatch(line -> line.contains("case_file_of_agency"))
                .noneMatch(line -> line.contains("case_file_by_due"));
        assertThat(inOrder(rows + order + " limit 21 offset ?"))
                .as("the range alone goes along the whole country's")
                .noneMatch(line -> line.contains("case_file_of_agency"));
    }

    @Test
    void theOpeningsStoryIsFoundWithoutReadingTheJournal() {
        assertThat(walked(Texts.OPENING)).anyMatch(PlansTest::goesToTheCase);
        assertThat(walked("""
                        select t.body from casefile.act_text t join casefile.journal j using (act_id)
                         where t.case_id = ? and t.field = 'content' and j.case_seq = 1""")).as("by the act alone").noneMatch(PlansTest::goesToTheCase);
    }

    @Test
    void tabsOfAProvinceAreCountedByIndexesOfTheirCasesAlone() {
        String open = OPEN + " and " + InSight.IN_RANGE;
        for (String tab : List.of(Worklist.TO_DECIDE, Worklist.TO_VERIFY, Worklist.TO_ANSWER)) {
            assertThat(plan(open + " and " + tab)).as(tab).anyMatch(line -> line.contains("case_file_to_settle"));
        }
        assertThat(plan(open + " and " + Worklist.WAITING)).anyMatch(line -> line.contains("case_file_waiting"));
        assertThat(plan(open + " and stage = any (array['RECEIVED', 'ACCEPTED'])"))
                .as("stages that no tab has")
                .noneMatch(line -> line.contains("case_file_to_settle") || line.contains("case_file_waiting"));
    }

    @Test
    void aListsWordsAreLookedForInEachCaseAndNotInTheTextsOfAll() {
        String words = "select id from casefile.case_file where version > ? and "
                + WorklistSql.INSIDE.replace("(?)", "('{}')").replace("position(?", "position('坏'");
        assertThat(withoutIndexes(words)).noneMatch(PlansTest::looksUpTheCase);
        assertThat(withoutIndexes(words.replace(" offset 0", "")))
                .as("as the server likes it")
                .anyMatch(PlansTest::looksUpTheCase);
    }

    /** The list's own condition is one that asks whether the case is in what was found beforehand. */
    private static boolean looksUpTheCase(String line) {
        return line.contains("(summary)") && line.contains("hashed SubPlan");
    }

    /** To the one entry of the journal, by case and number. */
    private static boolean goesToTheCase(String condition) {
        return condition.contains("case_id = '0'") && condition.contains("case_seq = 1");
    }

    private List<String> walked(String sql) {
        return plan(sql).stream().filter(line -> line.contains("Index Cond")).toList();
    }

    /** As the server would do it if rows were many: reading a whole table is the last thing it takes. */
    private List<String> plan(String sql) {
        return plan(sql, "enable_seqscan");
    }

    /** As it would do it if rows were too many to be sorted. */
    private List<String> inOrder(String sql) {
        return plan(sql, "enable_seqscan", "enable_bitmapscan", "enable_sort", "enable_incremental_sort");
    }

    /** As it would do it if looking a case up were dear. */
    private List<String> withoutIndexes(String sql) {
        return plan(sql, "enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan");
    }

    private List<String> plan(String sql, String... forbidden) {
        return Scopes.within(
                Scope.subtree("620823", "u-plans", Scope.Reports.ALL),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
                    for (String way : forbidden) {
                        jdbc.sql("select set_config(?, 'off', true)").param(way).query(rs -> {});
                    }
                    return jdbc.sql("explain " + sql)
                            .param(0L)
                            .query((rs, n) -> rs.getString(1))
                            .list();
                })));
    }
}
