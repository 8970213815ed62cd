package org.fangxin.casefile.store;

import java.util.List;
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

    private static final String DISPUTED =
            "select id from casefile.case_file where seen_by <> '{}' and id > ? and not (" + IN_RANGE + ")";

    /** From here to its end the transaction sees disputed cases too. */
    static InSight withDisputed(JdbcClient jdbc) {
        CaseRows.alsoDisputed(jdbc);
        return new InSight(
                jdbc.sql(DISPUTED).param(0L).query((rs, n) -> rs.getLong(1)).list());
    }

    void narrow(WorklistSql sql) {
        if (disputed.isEmpty()) {
            sql.and(IN_RANGE);
        } else {
            sql.and("(" + IN_RANGE + " or id = any (?))", (Object) disputed.toArray(Long[]::new));
        }
    }
}
