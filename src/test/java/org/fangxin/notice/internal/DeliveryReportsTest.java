package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.NoticeSettings.Reports;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class DeliveryReportsTest {
    private static final String TOKEN = "sample-token";

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
    ReceiptStore receipts;

    @Autowired
    Settlement settlement;

    @Autowired
    Recording recording;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    TransactionTemplate transaction;

    NoticeCases people;
    DeliveryReports reports;
    String proof;
    Row row;

    @BeforeEach
    void anSmsThatTheGatewayTook() {
        people = new NoticeCases(cases, clock);
        reports = new DeliveryReports(
                new Reports(TOKEN, "\"id\":\"([^\"]+)\"", "\"status\":\"DELIVRD\""),
                receipts,
                outbox,
                settlement,
                transaction);
        proof = "G-" + UUID.randomUUID();
        String caseNo = people.accepted();
        Hearing.in(context, owner).all(reader, caseNo);
        row = within(() ->
                outbox.ofCase(caseNo).stream().filter(Row::owed).findFirst().orElseThrow());
        within(() -> {
            outbox.reroute(row.id(), NoticeChannel.SMS, State.SENDING, clock.instant(), clock.instant());
            Row taken = outbox.find(row.id()).orElseThrow();
            settlement.settle(taken, new Carrier.Outcome.Accepted(proof));
            return taken;
        });
        recording.round();
    }

    @Test
    void countsDispatchAsTellingAndKeepsTheReportBeside() {
        assertThat(people.openDuties(row.caseNo())).isZero();

        reports.take(TOKEN, report("DELIVRD"));
        reports.take(TOKEN, report("DELIVRD"));
        recording.round();

        assertThat(now().state()).isEqualTo(State.DELIVERED);
        assertThat(outcomes()).containsExactly(ReceiptStore.Outcome.ACCEPTED, ReceiptStore.Outcome.DELIVERED);
    }

    @Test
    void opensTheDutyAgainWhenTheTelephoneWasNotReached() {
        reports.take(TOKEN, report("UNDELIV"));
        reports.take(TOKEN, report("UNDELIV"));
        recording.round();

        assertThat(now().state()).isEqualTo(State.DEAD);
        assertThat(people.openDuties(row.caseNo())).isEqualTo(1);
        assertThat(outcomes()).containsExactly(ReceiptStore.Outcome.ACCEPTED, ReceiptStore.Outcome.FAILED);
    }

    @Test
    void isNoWayInWithoutTheToken() {
        for (String token : java.util.Arrays.asList(null, "", "wrong")) {
            assertThatThrownBy(() -> reports.take(token, report("UNDELIV")))
                    .isInstanceOfSatisfying(
                            Problem.class, no -> assertThat(no.status()).isEqualTo(404));
        }
        assertThat(now().state()).isEqualTo(State.SENT);
    }

    @Test
    void passesOverNumbersThatNobodyKnows() {
        reports.take(TOKEN, "{\"id\":\"G-unknown\",\"status\":\"UNDELIV\"}");
        reports.take(TOKEN, "nonsense");

        assertThat(now().state()).isEqualTo(State.SENT);
    }

    private String report(String status) {
        return "{\"id\":\"" + proof + "\",\"status\":\"" + status + "\"}";
    }

    private Row now() {
        return within(() -> outbox.find(row.id()).orElseThrow());
    }

    private List<ReceiptStore.Outcome> outcomes() {
        return within(() -> receipts.of(row.id()).stream()
                .map(ReceiptStore.Receipt::outcome)
                .toList());
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Optional.ofNullable(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())))
                .orElseThrow();
    }
}
