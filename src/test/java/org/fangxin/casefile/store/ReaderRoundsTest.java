package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.KeptPlans;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rounds in which readers hear the journal. */
@FangxinTest
class ReaderRoundsTest {
    /** More than is heard at once. */
    private static final int LONG = 600;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptPlans plans;

    @Autowired
    EntryCodec codec;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private final String suffix = UUID.randomUUID().toString();
    private final List<String> turns = new ArrayList<>();

    @BeforeEach
    void aLongJournal() {
        PlantedCase planted = new PlantedCase(cases, clock, owner, "轮流");
        while (entries() < LONG) {
            planted.complaint();
        }
    }

    @AfterEach
    void nobodyListensAnyMore() {
        JdbcClient.create(owner)
                .sql("delete from casefile.reader where name like ?")
                .param("%" + suffix)
                .update();
    }

    @Test
    void areMadeInTurnSoThatNobodyWaitsForOneWhoHasTheWholeJournalBeforeHim() {
        Readers readers = beside("", listener("first"), listener("second"));
        readers.move();
        assertThat(turns).startsWith("first", "second", "first", "second");
    }

    @Test
    void restBesideACommandUntilItBeginsThem() {
        Readers readers = beside("bench", listener("first"));
        readers.move();
        assertThat(turns).isEmpty();
        assertThat(readers.behind()).isTrue();
        readers.begin();
        readers.move();
        assertThat(turns).isNotEmpty();
    }

    @Test
    void hearWithoutAskingForEveryEntryWhetherItsCaseIsInSight() {
        assertThat(looksAtCases(Scope.SYSTEM)).isNotEmpty().allMatch(line -> line.contains("never executed"));
        assertThat(looksAtCases(Scope.subtree("00", "u-plans", Scope.Reports.ALL)))
                .as("somebody who sees the nation")
                .anyMatch(line -> !line.contains("never executed"));
    }

    private List<String> looksAtCases(Scope scope) {
        return Scopes.within(
                scope,
                () -> Objects.requireNonNull(new TransactionTemplate(transactions)
                        .execute(status -> jdbc
                                .sql("explain (analyze) select data from casefile.journal where seq > ?")
                                .param(0L)
                                .query((rs, n) -> rs.getString(1))
                                .list()
                                .stream()
                                .filter(line -> line.contains(" on case_file"))
                                .toList())));
    }

    private Readers beside(String command, JournalReader... listeners) {
        return new Readers(jdbc, plans, codec, List.of(listeners), transactions, command);
    }

    private JournalReader listener(String name) {
        return new JournalReader() {
            @Override
            public String name() {
                return name + suffix;
            }

            @Override
            public void take(List<Heard> heard) {
                turns.add(name);
            }

            @Override
            public void forget() {
                turns.clear();
            }
        };
    }

    private long entries() {
        return JdbcClient.create(owner)
                .sql("select count(*) from casefile.journal")
                .query(Long.class)
                .single();
    }
}
