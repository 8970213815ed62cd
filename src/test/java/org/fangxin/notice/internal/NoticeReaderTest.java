package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class NoticeReaderTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    NoticeReader reader;

    @Autowired
    OutboxStore outbox;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandDesk desk;

    NoticeCases people;

    @BeforeEach
    void aCounty() {
        people = new NoticeCases(cases, clock);
    }

    @Test
    void bringsByTelephoneWhatIsOwedWhileNothingIsConfigured() {
        String caseNo = people.accepted();

        List<Row> rows = heard(caseNo);

        assertThat(owed(rows)).singleElement().satisfies(row -> {
            assertThat(row.channel()).isEqualTo(NoticeChannel.PHONE);
            assertThat(row.state()).isEqualTo(State.BY_HAND);
            assertThat(row.template()).isEqualTo("accepted");
            assertThat(row.duties()).singleElement().asString().startsWith("F5:COMPLAINANT:");
        });
        assertThat(rows)
                .filteredOn(row -> row.channel() == NoticeChannel.IN_APP)
                .extracting(Row::template)
                .containsExactlyInAnyOrder("received", "accepted");
    }

    @Test
    void bringsNothingByHandThatThePageHasTold() {
        String caseNo = people.online();
        people.act(caseNo, Act.ACCEPT, Map.of());

        List<Row> rows = heard(caseNo);

        assertThat(owed(rows)).isEmpty();
        assertThat(rows).extracting(Row::state).containsOnly(State.SHOWN);
    }

    @Test
    void makesOneMessageOfOneActForEachPersonHoweverOftenTheJournalIsHeard() {
        String caseNo = people.accepted();
        int once = heard(caseNo).size();

        JdbcClient.create(owner)
                .sql("update casefile.reader set xid = '0', seq = 0 where name = 'notices'")
                .update();

        assertThat(heard(caseNo)).hasSize(once);
    }

    @Test
    void takesTheWorkBackWhenAnOfficerHasTold() {
        String caseNo = people.accepted();
        heard(caseNo);
        people.act(caseNo, Act.RECORD_NOTICE, Map.of("form", "F5", "channel", "PHONE", "proof", "通话 12"));

        assertThat(owed(heard(caseNo))).extracting(Row::state).containsExactly(State.DONE);
    }

    @Test
    void recordsWithTheCaseWhatAnOfficerBrought() {
        String caseNo = people.accepted();
        Row row = owed(heard(caseNo)).getFirst();

        Scopes.within(NoticeCases.SCOPE, () -> desk.done(row.id(), NoticeCases.HANDLER, "PHONE", "通话 13"));

        assertThat(people.openDuties(caseNo)).isZero();
        assertThat(row(caseNo, row.id()).state()).isEqualTo(State.DONE);
    }

    @Test
    void opensTheClockAgainWhenALetterComesBack() {
        String caseNo = people.accepted();
        Row row = owed(heard(caseNo)).getFirst();
        Scopes.within(NoticeCases.SCOPE, () -> desk.done(row.id(), NoticeCases.HANDLER, "LETTER", "EMS1"));

        Scopes.within(NoticeCases.SCOPE, () -> desk.returned(row.id(), NoticeCases.HANDLER));

        assertThat(people.openDuties(caseNo)).isEqualTo(1);
    }

    @Test
    void tellsNobodyOfAnotherCountyThatThereIsAMessage() {
        String caseNo = people.accepted();
        heard(caseNo);
        Scope neighbour = Scope.subtree("620822", "somebody", Scope.Reports.ALL);

        List<Row> seen = Scopes.within(neighbour, () -> transaction.execute(status -> outbox.ofCase(caseNo)));

        assertThat(seen).isEmpty();
    }

    private List<Row> heard(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
        List<Row> rows = Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> outbox.ofCase(caseNo)));
        return java.util.Objects.requireNonNull(rows);
    }

    private Row row(String caseNo, long id) {
        return heard(caseNo).stream().filter(row -> row.id() == id).findFirst().orElseThrow();
    }

    private static List<Row> owed(List<Row> rows) {
        return rows.stream().filter(Row::owed).toList();
    }
}
