package org.fangxin.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Statements of the program itself that look rows up by their keys need not be planned anew each time, which takes longer than they
 * do. Only in the program's own scope: a plan also says how the policies look for a row's case, which is one by one for the nation
 * and all at once for a county, and a plan that was made for one is a disaster for the other.
 */
@Component
public class KeptPlans {
    private static final String KEEP = """
            select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', ?, true)""";

    private final JdbcClient jdbc;

    KeptPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From here to its end the running transaction looks up by keys, by plans that it makes itself: one made while the tables were
     * small would gather what has become large.
     *
     * @throws IllegalStateException in any scope but {@link Scope#SYSTEM}
     */
    public void untilTheEnd() {
        if (!Scopes.current().equals(Scope.SYSTEM)) {
            throw new IllegalStateException("Plans are kept in the program's own scope only");
        }
        jdbc.sql("discard plans").update();
        jdbc.sql(KEEP).param("off").query(rs -> {});
    }
}
