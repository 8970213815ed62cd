package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.KeptPlans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

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
