package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
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

/** A mail that came back opens the duty again, found by the Message-ID that it quotes. */
@FangxinTest
class MailReportsTest {
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
    MailReports reports;
    Row row;

    @BeforeEach
    void aMailThatTheServerTook() {
        people = new NoticeCases(cases, clock);
        reports = of(TOKEN);
        String caseNo = people.accepted();
        Hearing.in(context, owner).all(reader, caseNo);
        row = within(() -> {
            Row owed =
                    outbox.ofCase(caseNo).stream().filter(Row::owed).findFirst().orElseThrow();
            outbox.reroute(owed.id(), NoticeChannel.EMAIL, State.SENDING, clock.instant(), clock.instant());
            Row taken = outbox.find(owed.id()).orElseThrow();
            settlement.settle(taken, new Carrier.Outcome.Accepted("queued-1"));
            return taken;
        });
        recording.round();
        assertThat(people.openDuties(caseNo)).isZero();
    }

    @Test
    void aFailureForGoodOpensTheDutyAgainOnce() {
        take(report("Action: failed\nStatus: 5.1.1", "8bit", headers()));
        take(report("Action: failed\nStatus: 5.1.1", "8bit", headers()));

        assertThat(now().state()).isEqualTo(State.DEAD);
        assertThat(now().fault()).isEqualTo("BOUNCED");
        assertThat(people.openDuties(row.caseNo())).isEqualTo(1);
    }

    @Test
    void theQuotedHeadersMayBeEncoded() {
        String encoded = Base64.getMimeEncoder().encodeToString(headers().getBytes(StandardCharsets.UTF_8));
        take(report("Action: failed\nStatus: 5.7.1", "base64", encoded));
        assertThat(now().state()).isEqualTo(State.DEAD);
    }

    @Test
    void aDelayAStrangersMailAndNonsenseChangeNothing() {
        take(report("Action: delayed\nStatus: 4.4.1", "8bit", headers()));
        take(report("Action: failed\nStatus: 5.1.1", "8bit", headers().replace("@example.cn", "@example.com")));
        take(report("Action: failed\nStatus: 5.1.1", "8bit", "Message-ID: <hello@example.cn>"));
        take("nonsense");
        take("");
        assertThat(now().state()).isEqualTo(State.SENT);
        assertThat(people.openDuties(row.caseNo())).isZero();
    }

    @Test
    void isNoWayInWithoutTheToken() {
        byte[] mail = report("Action: failed\nStatus: 5.1.1", "8bit", headers()).getBytes(StandardCharsets.UTF_8);
        for (String token : java.util.Arrays.asList(null, "", "wrong")) {
            assertThatThrownBy(() -> reports.take(token, mail))
                    .isInstanceOfSatisfying(
                            Problem.class, no -> assertThat(no.status()).isEqualTo(404));
        }
        MailReports unset = of("");
        assertThatThrownBy(() -> unset.take("", mail)).isInstanceOf(Problem.class);
        assertThat(now().state()).isEqualTo(State.SENT);
    }

    private MailReports of(String token) {
        var email = new NoticeSettings.Email(
                "127.0.0.1",
                25,
                "",
                "",
                "fangxin@example.cn",
                NoticeSettings.Security.NONE,
                java.time.Duration.ofSeconds(1),
                token);
        return new MailReports(email, receipts, outbox, settlement, transaction);
    }

    private String headers() {
        return "From: fangxin@example.cn\nMessage-ID: <" + row.messageId() + "@example.cn>\nSubject: x\n";
    }

    /** As mail servers write it. */
    private static String report(String status, String encoding, String headers) {
        return """
                From: MAILER-DAEMON@mx.example.net
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                Your mail could not be delivered.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; someone@example.net
                %s
                --b1
                Content-Type: text/rfc822-headers
                Content-Transfer-Encoding: %s

                %s
                --b1--
                """.formatted(status, encoding, headers);
    }

    private void take(String mail) {
        reports.take(TOKEN, mail.getBytes(StandardCharsets.UTF_8));
        recording.round();
    }

    private Row now() {
        return within(() -> outbox.find(row.id()).orElseThrow());
    }

    private <T> T within(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get()));
    }
}
