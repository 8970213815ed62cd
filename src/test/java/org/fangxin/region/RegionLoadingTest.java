package org.fangxin.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fangxin.FangxinTest;
import org.fangxin.region.internal.DivisionFile;
import org.fangxin.region.store.RegionLoader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class RegionLoadingTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Divisions divisions;

    @Autowired
    Agencies agencies;

    @Autowired
    Competence competence;

    @Test
    void theFirstStartLeavesEveryDivisionAndAgencyInTheDatabase() {
        assertThat(count("select count(*) from region.division where level = 'PROVINCE'"))
                .isEqualTo(31);
        assertThat(count("select count(*) from region.division where level = 'CITY'"))
                .isEqualTo(342);
        assertThat(count("select count(*) from region.division where level = 'COUNTY'"))
                .isEqualTo(2982);
        assertThat(count("select count(*) from region.division where level = 'STREET'"))
                .isEqualTo(41352);
        assertThat(count("select count(*) from region.agency where level = 'CITY' and code ~ '^[0-9]{4}$'"))
                .isEqualTo(333);
        assertThat(count("select count(*) from region.agency where zone")).isEqualTo(124);
    }

    @Test
    void loadingAgainChangesNothing() {
        int agenciesBefore = count("select count(*) from region.agency");
        int areasBefore = count("select count(*) from region.office_area");
        RegionLoader loader = new RegionLoader(jdbc, new TransactionTemplate(transactions));
        assertThat(loader.load(DivisionFile.read())).isFalse();
        assertThat(count("select count(*) from region.agency")).isEqualTo(agenciesBefore);
        assertThat(count("select count(*) from region.office_area")).isEqualTo(areasBefore);
    }

    @Test
    void aNewVersionOfTheFileAddsWhatIsNewAndKeepsWhatAdministratorsChanged() {
        List<Division> more = new java.util.ArrayList<>(DivisionFile.read().divisions());
        more.add(new Division("620823299", "演示乡"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("update region.agency set name = '崇信县市场监管局（改名）' where code = '620823'")
                    .update();
            jdbc.sql("delete from region.office_area where street_code = '620823100'")
                    .update();
            jdbc.sql("insert into region.office_area values ('620823101', '620823100')")
                    .update();
            RegionLoader loader = new RegionLoader(jdbc, new TransactionTemplate(transactions));
            assertThat(loader.load(new DivisionFile("next", more))).isTrue();
            assertThat(count("select count(*) from region.agency where code = '620823299'"))
                    .isOne();
            assertThat(count("select count(*) from region.agency where name = '崇信县市场监管局（改名）'"))
                    .isOne();
            assertThat(count("select count(*) from region.office_area where street_code = '620823100'"))
                    .isOne();
            status.setRollbackOnly();
        });
        assertThat(count("select count(*) from region.loaded where version = 'next'"))
                .isZero();
    }

    @Test
    void whatIsInMemoryIsWhatIsInTheDatabase() {
        assertThat(divisions.find("620823100").orElseThrow().name()).isEqualTo("锦屏镇");
        assertThat(agencies.find("620823").orElseThrow().level()).isEqualTo(Agency.Level.COUNTY);
        assertThat(agencies.below("620823")).hasSize(7);
        Scenario first = Scenario.all().get(5);
        assertThat(Scenario.words(competence.resolve(first.facts()))).isEqualTo(first.expected());
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
