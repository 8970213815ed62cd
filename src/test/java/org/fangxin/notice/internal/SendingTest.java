package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.law.Settings;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.NoticeSettings.Email;
import org.fangxin.notice.internal.NoticeSettings.Security;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.notice.store.ReceiptStore.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sending to a real mail server of this machine, and dying while it is done. */
@FangxinTest
class SendingTest {
    private static final int DEATHS = 20;

    /** What ends a program between two of its steps, as a kill does: nothing catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Where the program dies. */
    private enum Death {
        BEFORE_CARRYING,
        AFTER_CARRYING,
        BEFORE_THE_RECEIPT_IS_KEPT,
        AFTER_THE_RECEIPT_IS_KEPT,
        BEFORE_THE_CASE_KNOWS
    }

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
    Packing packing;

    @Autowired
    DeskNews news;

    @Autowired
    CaseFiles cases;

    @Autowired
    Settings settings;

    @Autowired
    MeterRegistry meters;

    @Autowired
    InstantSource clock;

    @Autowired
    TransactionTemplate transaction;

    GreenMail mail;
    int port;
    NoticeCases people;
    AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

    @BeforeEach
    void aMailServer() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        port = mail.getSmtp().getPort();
        people = new NoticeCases(cases, clock);
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void sendsAMailAndRecordsItsReceiptWithTheCase() throws Exception {
        Row row = mailFor(people.accepted());

        sender(mailer(), settlement()).round();
        recording(settlement()).round();

        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getHeader("Message-ID")[0]).isEqualTo("<" + row.messageId() + "@example.cn>");
        assertThat(received.getSubject()).startsWith("您的投诉已受理（尾号");
        assertThat(received.getContent().toString()).contains("调解意愿").doesNotContain("样例商行");
        assertThat(now(row).state()).isEqualTo(State.SENT);
        assertThat(people.openDuties(row.caseNo())).isZero();
    }

    @Test
    void sendsToNobodyWhoWasToldMeanwhile() {
        Row row = mailFor(people.accepted());
        people.act(
                row.caseNo(),
                org.fangxin.casefile.Act.RECORD_NOTICE,
                Map.of("form", "F5", "channel", "PHONE", "proof", "1"));

        sender(mailer(), settlement()).round();

        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(now(row).state()).isEqualTo(State.DONE);
    }

    @Test
    void anInstanceWhoseDoorClosesTakesNoMoreAndLeavesItToTheOther() {
        Row row = mailFor(people.accepted());
        Sender closing = sender(mailer(), settlement());
        closing.close();

        assertThat(closing.round()).isZero();
        assertThat(mail.getReceivedMessages()).isEmpty();

        sender(mailer(), settlement()).round();
        assertThat(now(row).state()).isEqualTo(State.SENT);
    }

    @Test
    void triesAgainLaterAndThenAsksAnOfficer() {
        Row row = mailFor(people.accepted());
        mail.getSmtp().stopService();
        Sender sender = sender(mailer(), settlement());

        for (int i = 1; i < 6; i++) {
            sender.round();
            assertThat(now(row).state()).as("after try %d", i).isEqualTo(State.WAITING);
            later.updateAndGet(before -> before.plus(Duration.ofHours(2)));
        }
        sender.round();

        assertThat(now(row).state()).isEqualTo(State.DEAD);
        assertThat(receiptsOf(row)).hasSize(6);
        assertThat(people.openDuties(row.caseNo())).isEqualTo(1);
    }

    @Test
    void opensTheDutyAgainWhenAMailBounces() {
        Row row = mailFor(people.accepted());
        sender(mailer(), settlement()).round();
        recording(settlement()).round();

        within(() -> transaction.executeWithoutResult(
                status -> settlement().bounced(outbox.hold(row.id()).orElseThrow(), null, "RETURNED")));
        // the journal is heard between coming back and its record: the message is not taken for told
        Hearing.in(context, owner).all(reader, row.caseNo());
        recording(settlement()).round();

        assertThat(people.openDuties(row.caseNo())).isEqualTo(1);
        assertThat(now(row).state()).isEqualTo(State.DEAD);
    }

    @Test
    void losesNothingAndRepeatsAtMostOncePerDeathUnderTheSameMessageId() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < DEATHS; i++) {
            Row row = mailFor(people.accepted());
            rows.add(row);
            die(Death.values()[i % Death.values().length]);
            later.updateAndGet(before -> before.plus(Duration.ofMinutes(3)));
            goOn();
        }

        Map<String, Long> mails = Arrays.stream(mail.getReceivedMessages())
                .collect(Collectors.groupingBy(SendingTest::id, Collectors.counting()));
        assertThat(mails).hasSize(DEATHS);
        assertThat(mails.values()).allSatisfy(copies -> assertThat(copies).isLessThanOrEqualTo(2));
        assertThat(mails.values()).as("some died between carrying and keeping").contains(2L);
        assertThat(rows).allSatisfy(row -> {
            assertThat(now(row).state()).isEqualTo(State.SENT);
            assertThat(people.openDuties(row.caseNo())).isZero();
            assertThat(shown(row.caseNo())).as("told on the page").isEqualTo(2);
            assertThat(recorded(row.caseNo())).isEqualTo(1);
        });
    }

    /** The twin that keeps no lease and no id of its own: what the test above must not pass. */
    @Test
    void aMailerThatMakesUpAnIdForEachTryIsFound() {
        Row row = mailFor(people.accepted());
        Carrier forgetful = wrapped(parcel -> mailer().carry(new Carrier.Parcel(
                java.util.UUID.randomUUID(), parcel.to(), parcel.subject(), parcel.body(), "", Map.of())));
        dieWith(sender(
                wrapped(parcel -> {
                    forgetful.carry(parcel);
                    throw new Killed();
                }),
                settlement()));
        later.updateAndGet(before -> before.plus(Duration.ofMinutes(3)));
        sender(forgetful, settlement()).round();

        assertThat(Arrays.stream(mail.getReceivedMessages())
                        .map(SendingTest::id)
                        .distinct())
                .hasSize(2);
        assertThat(now(row).state()).isEqualTo(State.SENT);
    }

    @Test
    void slowAnswersDoNotLetASecondInstanceSendWhatTheFirstStillHolds() {
        List<Row> rows = List.of(mailFor(people.accepted()), mailFor(people.accepted()), mailFor(people.accepted()));
        Sender other = sender(mailer(), settlement());
        int[] carried = {0};
        Carrier slow = wrapped(parcel -> {
            later.updateAndGet(before -> before.plus(Duration.ofSeconds(90)));
            carried[0]++;
            if (carried[0] == 2) {
                other.round();
            }
            return mailer().carry(parcel);
        });

        sender(slow, settlement()).round();

        assertThat(Arrays.stream(mail.getReceivedMessages()).map(SendingTest::id))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(rows.size());
        assertThat(rows).allSatisfy(row -> assertThat(now(row).state()).isEqualTo(State.SENT));
    }

    @Test
    void aMessageThatEndsTheProgramEachTimeComesToAnOfficersDesk() {
        Row row = mailFor(people.accepted());
        for (int i = 0; i < notice().attempts(); i++) {
            die(Death.BEFORE_CARRYING);
            assertThat(now(row).state()).as("after death %d", i + 1).isEqualTo(State.SENDING);
            later.updateAndGet(before -> before.plus(Duration.ofMinutes(3)));
        }

        goOn();

        assertThat(now(row).state()).isEqualTo(State.DEAD);
        assertThat(now(row).fault()).isEqualTo("NO_ANSWER");
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(people.openDuties(row.caseNo())).isEqualTo(1);
    }

    private void die(Death death) {
        switch (death) {
            case BEFORE_CARRYING ->
                dieWith(sender(
                        wrapped(parcel -> {
                            throw new Killed();
                        }),
                        settlement()));
            case AFTER_CARRYING ->
                dieWith(sender(
                        wrapped(parcel -> {
                            mailer().carry(parcel);
                            throw new Killed();
                        }),
                        settlement()));
            case BEFORE_THE_RECEIPT_IS_KEPT -> dieWith(sender(mailer(), dying(true)));
            case AFTER_THE_RECEIPT_IS_KEPT -> dieWith(sender(mailer(), dying(false)));
            case BEFORE_THE_CASE_KNOWS -> {
                sender(mailer(), settlement()).round();
                try {
                    recording(dyingInRecording()).round();
                } catch (Killed killed) {
                    assertThat(killed).isNotNull();
                }
            }
        }
    }

    private static void dieWith(Sender sender) {
        try {
            sender.round();
        } catch (Killed killed) {
            assertThat(killed).isNotNull();
        }
    }

    /** The program started again. */
    private void goOn() {
        Sender fresh = sender(mailer(), settlement());
        while (fresh.round() > 0) {
            Thread.onSpinWait();
        }
        recording(settlement()).round();
    }

    /** Dies in the transaction that keeps the receipt (nothing of it is kept), or right after it. */
    private Settlement dying(boolean before) {
        return new Settlement(outbox, receipts, news, cases, settings, clock(), notice(), meters) {
            @Override
            public void settle(Row row, Carrier.Outcome outcome) {
                transaction.executeWithoutResult(status -> {
                    super.settle(row, outcome);
                    if (before) {
                        throw new Killed();
                    }
                });
                throw new Killed();
            }
        };
    }

    private Settlement dyingInRecording() {
        return new Settlement(outbox, receipts, news, cases, settings, clock(), notice(), meters) {
            @Override
            String proofNo(Row row) {
                throw new Killed();
            }
        };
    }

    private Settlement settlement() {
        return new Settlement(outbox, receipts, news, cases, settings, clock(), notice(), meters) {
            @Override
            public boolean spent(Row row) {
                return Boolean.TRUE.equals(transaction.execute(status -> super.spent(row)));
            }

            @Override
            public void settle(Row row, Carrier.Outcome outcome) {
                transaction.executeWithoutResult(status -> super.settle(row, outcome));
            }
        };
    }

    private Sender sender(Carrier carrier, Settlement settlement) {
        return new Sender(
                outbox, packing, new Carriers(List.of(carrier)), settlement, transaction, clock(), notice(), "");
    }

    private Recording recording(Settlement settlement) {
        return new Recording(outbox, settlement, cases, transaction, clock(), "");
    }

    private Mailer mailer() {
        Email email =
                new Email("127.0.0.1", port, "", "", "fangxin@example.cn", Security.NONE, Duration.ofSeconds(20), "");
        return new Mailer(email, true, clock);
    }

    private static Carrier wrapped(java.util.function.Function<Carrier.Parcel, Carrier.Outcome> carrying) {
        return new Carrier() {
            @Override
            public NoticeChannel channel() {
                return NoticeChannel.EMAIL;
            }

            @Override
            public Optional<String> off() {
                return Optional.empty();
            }

            @Override
            public Outcome carry(Parcel parcel) {
                return carrying.apply(parcel);
            }
        };
    }

    private static NoticeSettings notice() {
        return new NoticeSettings(6, Duration.ofMinutes(2), null, null);
    }

    private InstantSource clock() {
        return () -> clock.instant().plus(later.get());
    }

    /** The message of what is owed, put on its way by mail. */
    private Row mailFor(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
        Row owed = within(() -> transaction.execute(status ->
                outbox.ofCase(caseNo).stream().filter(Row::owed).findFirst().orElseThrow()));
        Instant due = clock.instant();
        within(() -> transaction.executeWithoutResult(
                status -> outbox.reroute(owed.id(), NoticeChannel.EMAIL, State.WAITING, due, due)));
        return now(owed);
    }

    private Row now(Row row) {
        return within(() -> transaction.execute(status -> outbox.find(row.id()).orElseThrow()));
    }

    private List<Receipt> receiptsOf(Row row) {
        return within(() -> transaction.execute(status -> receipts.of(row.id())));
    }

    private long shown(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
        return within(() -> transaction.execute(status -> outbox.ofCase(caseNo).stream()
                .filter(row -> row.channel() == NoticeChannel.IN_APP)
                .count()));
    }

    private long recorded(String caseNo) {
        return JdbcClient.create(owner).sql("""
                        select count(*) from casefile.journal j join casefile.case_file c on c.id = j.case_id
                         where c.case_no = ? and j.type = 'AcceptanceNotified'""").param(caseNo).query(Long.class).single();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getHeader("Message-ID")[0];
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T within(java.util.function.Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, work);
    }

    private static void within(Runnable work) {
        Scopes.within(Scope.SYSTEM, work);
    }
}
