package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fangxin.FangxinTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans that are kept. */
@FangxinTest
class KeptPlansTest {
    @Autowired
    KeptPlans plans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void endWithTheTransaction() {
        assertThat(mode(Scope.SYSTEM, true)).isEqualTo("force_generic_plan");
        assertThat(mode(Scope.SYSTEM, false)).isEqualTo("force_custom_plan");
    }

    @Test
    void areForNoScopeOfAPerson() {
        Scope county = Scope.subtree("620823", "u-plans", Scope.Reports.ALL);
        assertThatThrownBy(() -> mode(county, true)).isInstanceOf(IllegalStateException.class);
        assertThat(mode(county, false)).isEqualTo("force_custom_plan");
    }

    private String mode(Scope scope, boolean kept) {
        return Scopes.within(
                scope,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    if (kept) {
                        plans.untilTheEnd();
                    }
                    return jdbc.sql("show plan_cache_mode").query(String.class).single();
                }));
    }
}
