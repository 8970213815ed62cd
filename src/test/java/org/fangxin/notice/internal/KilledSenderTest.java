package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.TestHome;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of its own that sends to a real mail server, and is killed (SIGKILL) again and again while it does. Each start
 * costs seconds, so that every build kills a few times; {@code -Dfangxin.kills=20} as often as one likes.
 */
@FangxinTest
class KilledSenderTest {
    private static final int KILLS = Integer.getInteger("fangxin.kills", 4);
    private static final int NOTICES = KILLS + 10;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

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

    private final List<Process> processes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private GreenMail mail;

    @BeforeEach
    void aMailServer() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        mail.stop();
    }

    @Test
    void howeverOftenItIsKilledNothingIsLostAndAtMostOneMailAKillIsRepeated() throws Exception {
        rows.addAll(waiting());
        Deque<Process> warm = new ArrayDeque<>(List.of(started(), started()));
        for (int kill = 0; kill < KILLS; kill++) {
            Process now = warm.remove();
            warm.add(started());
            ready(now);
            LongSupplier moment = moment(kill);
            long before = moment.getAsLong();
            go(now);
            until(() -> moment.getAsLong() > before || !due());
            now.destroyForcibly().waitFor();
            later();
        }
        Process last = warm.remove();
        ready(last);
        go(last);
        until(() -> !due());

        List<String> ids =
                rows.stream().map(row -> "<" + row.messageId() + "@example.cn>").toList();
        // other tests may have left mail to send in the same database
        Map<String, Long> mails = Arrays.stream(mail.getReceivedMessages())
                .filter(one -> ids.contains(id(one)))
                .collect(Collectors.groupingBy(KilledSenderTest::id, Collectors.counting()));
        assertThat(mails.keySet()).as("every notice, each under its own id").containsExactlyInAnyOrderElementsOf(ids);
        assertThat(mails.values().stream().mapToLong(copies -> copies - 1).sum())
                .as("repeated mails")
                .isLessThanOrEqualTo(KILLS);
        assertThat(rows).allSatisfy(row -> {
            assertThat(recorded(row.caseNo())).as("recorded with the case").isEqualTo(1);
            assertThat(shown(row.caseNo())).as("told on the page").isEqualTo(1);
        });
    }

    /** What the process is killed at: one after the other the lease, the mail, the receipt, the case's entry. */
    private LongSupplier moment(int kill) {
        return switch (kill % 4) {
            case 0 -> () -> count("select count(*) from notice.outbox where state = 'SENDING'");
            case 1 -> () -> mail.getReceivedMessages().length;
            case 2 -> () -> count("select count(*) from notice.receipt");
            default -> () -> count("select count(*) from casefile.journal where type = 'AcceptanceNotified'");
        };
    }

    /** What a killed process held is due again, as after the minutes of its lease. */
    private void later() {
        JdbcClient.create(owner)
                .sql("update notice.outbox set lease_until = now() - interval '1 second' where state = 'SENDING'")
                .update();
    }

    private boolean due() {
        return rows.stream().anyMatch(row -> now(row).state() != State.SENT || recorded(row.caseNo()) == 0);
    }

    private List<Row> waiting() {
        NoticeCases people = new NoticeCases(cases, clock);
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < NOTICES; i++) {
            String caseNo = people.accepted();
            Hearing.in(context, owner).all(reader, caseNo);
            Row owed = within(() ->
                    outbox.ofCase(caseNo).stream().filter(Row::owed).findFirst().orElseThrow());
            within(() -> {
                outbox.reroute(owed.id(), NoticeChannel.EMAIL, State.WAITING, clock.instant(), clock.instant());
                return owed;
            });
            made.add(now(owed));
        }
        return made;
    }

    private Process started() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        classes,
                        SenderProcess.class.getName(),
                        "--fangxin.home=" + TestHome.PATH,
                        // a command joins the database that another process runs
                        "--fangxin.command=send",
                        "--fangxin.notice.email.host=127.0.0.1",
                        "--fangxin.notice.email.port=" + mail.getSmtp().getPort(),
                        "--fangxin.notice.email.security=NONE",
                        "--fangxin.notice.email.from=fangxin@example.cn")
                .redirectError(new File("target/killed-sender.log"))
                .start();
        processes.add(process);
        return process;
    }

    private static void ready(Process process) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.equals("ready")) {
            line = said.readLine();
        }
        assertThat(line).as("the process came up").isEqualTo("ready");
    }

    private static void go(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private static void until(Supplier<Boolean> happened) {
        long end = System.nanoTime() + PATIENCE;
        while (!happened.get()) {
            assertThat(System.nanoTime()).as("it happens within half a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Row now(Row row) {
        return within(() -> outbox.find(row.id()).orElseThrow());
    }

    private long recorded(String caseNo) {
        return JdbcClient.create(owner).sql("""
                        select count(*) from casefile.journal j join casefile.case_file c on c.id = j.case_id
                         where c.case_no = ? and j.type = 'AcceptanceNotified'""").param(caseNo).query(Long.class).single();
    }

    /** Of the acceptance itself. */
    private long shown(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
        return within(() -> outbox.ofCase(caseNo).stream()
                .filter(row ->
                        row.channel() == NoticeChannel.IN_APP && row.template().equals("accepted"))
                .count());
    }

    private long count(String sql) {
        return JdbcClient.create(owner).sql(sql).query(Long.class).single();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getHeader("Message-ID")[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T within(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get()));
    }
}
