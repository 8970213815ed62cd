package org.fangxin.casefile.store;

import java.util.List;
import org.fangxin.database.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a list walks: the range of agencies, said once more beside the policies. Two policies that are joined by "or" give the
 * server no index to walk by; a range that the statement itself names does. The policies still decide what is seen.
 *
 * @param disputed ids of the cases outside the range that the agency disputes about (Art. 33)
 */
record InSight(List<Long> disputed) {
    /** The cases of the transaction's range; a condition of its own. */
    static final String IN_RANGE = "agency_code >= current_setting('fangxin.scope_from', true)"
            + " and agency_code < current_setting('fangxin.scope_to', true)";

    private static final int PROVINCE = 2;

    private static final String DISPUTED =
            "select id from casefile.case_file where seen_by <> '{}' and id > ? and not (" + IN_RANGE + ")";

    /** From here to its end the transaction sees disputed cases too. */
    static InSight withDisputed(JdbcClient jdbc) {
        CaseRows.alsoDisputed(jdbc);
        return new InSight(
                jdbc.sql(DISPUTED).param(0L).query((rs, n) -> rs.getLong(1)).list());
    }

    /**
     * Lets what lists and counts a province or the nation walk an index until there is enough. The server would gather, and sort, all of
     * it first: it takes the range in the statement and the range in the policies for two conditions and expects hardly any row.
     */
    static void walkWide(JdbcClient jdbc) {
        if (wide()) {
            jdbc.sql("select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)")
                    .query(rs -> {});
        }
    }

    /** Where it is known which few cases a wide list can be of, they are gathered and sorted after all. */
    static void gatherFew(JdbcClient jdbc) {
        jdbc.sql("select set_config('enable_sort', 'on', true), set_config('enable_bitmapscan', 'on', true)")
                .query(rs -> {});
    }

    /** Whether the scope is a province or the nation. */
    static boolean wide() {
        return Scopes.current().from().length() <= PROVINCE;
    }

    void narrow(WorklistSql sql) {
        if (Scopes.current().from().isEmpty()) {
            // every code there is: a range would only make the server expect hardly any row
            return;
        }
        if (disputed.isEmpty()) {
            sql.and(IN_RANGE);
        } else {
            sql.and("(" + IN_RANGE + " or id = any (?))", (Object) disputed.toArray(Long[]::new));
        }
    }
}
