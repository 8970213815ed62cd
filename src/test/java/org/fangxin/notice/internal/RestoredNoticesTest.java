package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.TestHome;
import org.fangxin.backup.Restorations;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.cipher.CheckpointSeal;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
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

/** The first start after a database was put back: nothing old leaves the house, and the audit log says what happened. */
@FangxinTest
class RestoredNoticesTest {
    private static final Path CHECKPOINTS = TestHome.PATH.resolve("secrets/audit-checkpoints.txt");

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    Restorations restorations;

    @Autowired
    NoticeReader reader;

    @Autowired
    OutboxStore outbox;

    @Autowired
    CaseFiles cases;

    @Autowired
    AuditLog audit;

    @Autowired
    CheckpointSeal seal;

    @Autowired
    InstantSource clock;

    @Autowired
    TransactionTemplate transaction;

    NoticeCases people;

    @BeforeEach
    void aCounty() {
        people = new NoticeCases(cases, clock);
    }

    @AfterEach
    void neverRestored() {
        asOwner("delete from backup.restoration");
        // nothing of this is sent by the tests that come after
        asOwner("update notice.outbox set state = 'DROPPED' where channel = 'EMAIL' and state = 'WAITING'"
                + " and case_no in (select case_no from casefile.case_file where agency_code = '620821')");
        restorations.afterSingletonsInstantiated();
    }

    @Test
    void holdsWhatWasNotSentAndLeavesAloneWhatCameLater() {
        long old = owed(people.accepted()).id();
        wait(old, clock.instant());
        restoredNow();

        firstStart();

        assertThat(row(old).state()).isEqualTo(State.DEAD);
        assertThat(Faults.text(String.valueOf(row(old).fault()))).contains("从备份恢复");
        long fresh = owed(people.accepted()).id();
        assertThat(row(fresh).fault()).isNull();
        wait(old, clock.instant());
        firstStart();
        assertThat(row(old).state()).as("released by a person").isEqualTo(State.WAITING);
    }

    @Test
    void theApplicationCannotPretendThatADatabaseWasPutBack() {
        assertThat(JdbcClient.create(owner)
                        .sql("select has_table_privilege('fx_app', 'backup.restoration', 'insert, delete')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void namesInTheAuditLogWhatACheckpointOutsideKnowsAndTheDatabaseNoLongerHas() throws Exception {
        Files.writeString(
                CHECKPOINTS,
                "99999999 gone " + seal.sign("99999999 gone") + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(audit.verify().intact()).isFalse();
        restoredNow();

        firstStart();

        assertThat(audit.verify().intact()).isTrue();
        assertThat(JdbcClient.create(owner)
                        .sql(
                                "select detail from identity.audit_log where action = 'DATABASE_RESTORED' order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .contains("to=latest", "checkpoint=99999999");
        assertThat(CHECKPOINTS.resolveSibling("audit-checkpoints-before-restore.txt"))
                .content()
                .contains("99999999 gone");
    }

    private void restoredNow() {
        JdbcClient.create(owner)
                .sql("insert into backup.restoration (restored_at, source) values (?, 'base-20261126-103000')")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    private void firstStart() {
        restorations.afterSingletonsInstantiated();
    }

    private void wait(long id, Instant now) {
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(
                        status -> outbox.reroute(id, NoticeChannel.EMAIL, State.WAITING, now, now)));
    }

    private Row owed(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
        return Objects.requireNonNull(
                        Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> outbox.ofCase(caseNo))))
                .stream()
                .filter(Row::owed)
                .findFirst()
                .orElseThrow();
    }

    private Row row(long id) {
        return Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> outbox.find(id).orElseThrow())));
    }

    private void asOwner(String sql) {
        JdbcClient.create(owner).sql(sql).update();
    }
}
