package org.fangxin.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Statements that look rows up by their keys need not be planned anew each time, which takes longer than they do: whatever the scope
 * and the values, there is one way. Lists and counts, whose way depends on the scope, are never under it.
 */
@Component
public class KeptPlans {
    private static final String KEEP = """
            select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', ?, true)""";

    private final JdbcClient jdbc;

    KeptPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here to its end the running transaction looks up by keys. A plan made while a table was empty serves when it is full. */
    public void untilTheEnd() {
        jdbc.sql(KEEP).param("off").query(rs -> {});
    }
}
