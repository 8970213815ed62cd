package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.worklist.Hall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of journals is what they tell, up to the version that a row has, and never more. */
@FangxinTest
class ReplaysTest {
    @Autowired
    Replays replays;

    @Autowired
    Worklist worklist;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    PlatformTransactionManager transactions;

    private PlantedCase planted;
    private String caseNo;

    @BeforeEach
    void aCase() {
        planted = new PlantedCase(cases, clock, owner, "重放标记");
        caseNo = planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, null);
    }

    @Test
    void aRowsVersionIsToldAndALaterOneIsReadAgain() {
        Worklist.Row first = row();
        Replays.Told told = told(first);
        assertThat(told.state().handlers()).isEmpty();
        assertThat(told(first)).as("kept").isSameAs(told);
        String handler = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER).personId();
        planted.assign(caseNo, handler);
        Replays.Told later = told(row());
        assertThat(later.state().handlers()).containsExactly(handler);
        assertThat(later.by()).hasSizeGreaterThan(told.by().size());
        assertThat(told(first).state()).as("a row that was read before the act").isEqualTo(told.state());
    }

    @Test
    void aListSaysAtOnceWhatAnActChanged() throws Exception {
        Person hired = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER);
        SignedIn handler = new SignedIn(
                hired.personId(), hired.username(), "测试员", PlantedCase.COUNTY, Set.of(Role.HANDLER), false);
        long before = version(handler);
        planted.assign(caseNo, handler.personId());
        assertThat(version(handler)).isGreaterThan(before);
    }

    @Test
    void whatOnePersonsListKeptIsInNobodyElsesList() throws Exception {
        String report = planted.open(Kind.REPORT, PlantedCase.COUNTY, null);
        var leader = Hall.officer(PlantedCase.COUNTY, Role.LEADER);
        var mediator = Hall.officer(PlantedCase.COUNTY, Role.MEDIATOR);
        var neighbour = Hall.officer(PlantedCase.NEIGHBOUR, Role.LEADER);
        assertThat(listed(leader, report)).isTrue();
        assertThat(listed(mediator, report)).isFalse();
        assertThat(listed(neighbour, report)).isFalse();
    }

    private boolean listed(SignedIn who, String number) throws Exception {
        return Hall.numbers(new Hall(mvc).get(who, "/cases?view=all&q=" + number))
                .contains(number);
    }

    private long version(SignedIn who) throws Exception {
        return Hall.items(new Hall(mvc).get(who, "/cases?q=" + caseNo))
                .getFirst()
                .path("version")
                .asLong();
    }

    private Worklist.Row row() {
        return within(() -> worklist.rows(List.of(caseNo)).getFirst());
    }

    private Replays.Told told(Worklist.Row row) {
        return within(() -> Objects.requireNonNull(replays.of(List.of(row)).get(row.id())));
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Scopes.within(
                Scope.subtree(PlantedCase.COUNTY, "u-replays", Scope.Reports.ALL),
                () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get())));
    }
}
