package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The scope of a thread and of its transactions: always the innermost, never longer than its work. */
@FangxinTest
class ScopeTest {
    private static final Scope COUNTY = Scope.subtree("620826", "p-1", Scope.Reports.NONE);
    private static final Scope CITY = Scope.subtree("6208", "p-2", Scope.Reports.ALL);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    PlantedCase planted;

    @BeforeEach
    void aPlace() {
        planted = new PlantedCase(cases, clock, owner, "守护标记");
    }

    @Test
    void anInnerScopeEndsWithItsWorkHoweverThatEnds() {
        Scopes.within(CITY, () -> {
            Scopes.within(COUNTY, () -> assertThat(Scopes.current()).isEqualTo(COUNTY));
            assertThat(Scopes.current()).isEqualTo(CITY);
            assertThatThrownBy(() -> Scopes.within(Scope.SYSTEM, (Runnable) () -> {
                        throw new IllegalStateException("in the middle");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Scopes.current()).isEqualTo(CITY);
        });
        assertThat(Scopes.current()).isEqualTo(Scope.NOTHING);
    }

    @Test
    void aThreadBegunInsideAScopeHasNone() throws Exception {
        Callable<Scope> look = Scopes::current;
        FutureTask<Scope> elsewhere = new FutureTask<>(look);
        Scopes.within(Scope.SYSTEM, () -> {
            Thread.ofVirtual().start(elsewhere);
            assertThat(Scopes.current()).isEqualTo(Scope.SYSTEM);
        });
        assertThat(elsewhere.get()).isEqualTo(Scope.NOTHING);
    }

    @Test
    void aTransactionKeepsTheScopeThatItBeganWith() {
        Scopes.within(
                COUNTY,
                () -> joining(() -> {
                    Scopes.within(
                            CITY, () -> joining(() -> assertThat(setting()).isEqualTo("620826/620827/p-1/NONE")));
                    Scopes.within(
                            CITY, () -> ofItsOwn(() -> assertThat(setting()).isEqualTo("6208/6209/p-2/ALL")));
                    assertThat(setting()).isEqualTo("620826/620827/p-1/NONE");
                }));
    }

    @Test
    void nothingOfAScopeStaysWithAConnection() {
        planted.complaint();
        long all = Scopes.within(Scope.SYSTEM, () -> ofItsOwnCount());
        assertThat(all).isPositive();
        IntStream.range(0, 20).forEach(again -> {
            assertThat(count()).as("outside a transaction").isZero();
            assertThat(ofItsOwnCount()).as("without a scope").isZero();
        });
    }

    @Test
    void aSubtreeIsARangeThatHoldsItsOfficesAndNothingBeside() {
        for (String inside : List.of("620826", "620826001", "620826999")) {
            assertThat(COUNTY.covers(inside)).as(inside).isTrue();
        }
        for (String outside : List.of("620825", "620827", "6208", "62", "00", "")) {
            assertThat(COUNTY.covers(outside)).as(outside).isFalse();
        }
        for (String any : List.of("00", "11", "620826999", "99")) {
            assertThat(Scope.SYSTEM.covers(any)).as(any).isTrue();
            assertThat(Scope.NOTHING.covers(any)).as(any).isFalse();
        }
        assertThat(Scope.subtree("620829", "p", Scope.Reports.NONE).covers("620830"))
                .isFalse();
        assertThat(Scope.subtree("620829", "p", Scope.Reports.NONE).covers("620829005"))
                .isTrue();
    }

    private String setting() {
        return jdbc.sql("""
                        select current_setting('fangxin.scope_from') || '/' || current_setting('fangxin.scope_to')
                            || '/' || current_setting('fangxin.person') || '/' || current_setting('fangxin.reports')""").query(String.class).single();
    }

    private long count() {
        return jdbc.sql("select count(*) from casefile.case_file")
                .query(Long.class)
                .single();
    }

    private long ofItsOwnCount() {
        Long found = new TransactionTemplate(transactions).execute(status -> count());
        return found == null ? -1 : found;
    }

    private void joining(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void ofItsOwn(Runnable work) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> work.run());
    }
}
