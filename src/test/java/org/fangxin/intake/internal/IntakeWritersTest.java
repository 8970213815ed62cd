package org.fangxin.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.fangxin.FangxinTest;
import org.fangxin.database.Inserts;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.Origin;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.Submit;
import org.fangxin.intake.TextReader;
import org.fangxin.intake.internal.form.FormCheck;
import org.fangxin.intake.store.IdempotencyStore;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What happens to a group when something breaks off that no submission is to blame for. */
@FangxinTest
class IntakeWritersTest {
    private static final int WRITERS = 2;
    private static final int GROUP = 6;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    @Autowired
    PlainOpening opening;

    @Autowired
    IdempotencyStore keys;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    @Autowired
    JsonMapper json;

    @Autowired
    TextReader reader;

    @Autowired
    Divisions divisions;

    @Autowired
    Submit submit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inserts inserts;

    private final CountDownLatch busy = new CountDownLatch(WRITERS);
    private final CountDownLatch free = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final String shop = "虚构商店" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger alone = new AtomicInteger();
    private final List<Future<String>> answers = new ArrayList<>();
    private ExecutorService people;

    @BeforeEach
    void aCrowd() {
        people = Executors.newFixedThreadPool(GROUP + WRITERS);
    }

    @AfterEach
    void goesHome() {
        people.shutdownNow();
    }

    @Test
    void aCommitThatHeldWithoutSayingSoMakesNoSecondCase() throws Exception {
        IntakeWriters writers = writers(new FaultyTransactions.Lossy(transactions));

        int told = crowd(writers, false);

        assertThat(cases()).as("each is written once").isEqualTo(GROUP);
        assertThat(told).as("nobody is told that it is done").isZero();
        assertThat(alone).hasValue(0);
    }

    @Test
    void underItsKeyEachFindsOutThatTheCommitHeld() throws Exception {
        IntakeWriters writers = writers(new FaultyTransactions.Lossy(transactions));

        int told = crowd(writers, true);

        assertThat(cases()).isEqualTo(GROUP);
        assertThat(told).isEqualTo(GROUP);
    }

    @Test
    void withoutAConnectionNobodyWaitsForOneAfterTheOther() throws Exception {
        over.countDown();
        free.countDown();
        IntakeWriters writers = writers(new FaultyTransactions.Unreachable(transactions));

        for (int i = 0; i < GROUP; i++) {
            assertThatThrownBy(() -> writers.write(plain(writers), null, () -> byItself(null)))
                    .isInstanceOf(CannotCreateTransactionException.class);
        }

        assertThat(alone).hasValue(0);
    }

    @Test
    void whatIsDurableIsToldThoughWhoCameBeforeItFindsNoConnection() throws Exception {
        String used = UUID.randomUUID().toString();
        within(() -> keys.once(used, "body", clock.instant(), () -> "earlier"));
        IntakeWriters writers = writers(transactions);

        keepBusy(writers);
        come(writers, used, () -> {
            throw new CannotCreateTransactionException("nobody answers any more");
        });
        come(writers, null, () -> byItself(null));

        assertThat(letGo(writers)).as("of the two").isEqualTo(1);
        assertThat(cases()).isEqualTo(1);
        assertThat(alone).hasValue(0);
    }

    @Test
    void aWriterOutlivesAnErrorAndWritesTheNextOnes() throws Exception {
        IntakeWriters writers = writers(new FaultyTransactions.Broken(transactions));

        int told = crowd(writers, false);

        assertThat(told).isEqualTo(GROUP);
        assertThat(alone).hasValue(GROUP);
        assertThat(cases()).isEqualTo(GROUP);
    }

    private IntakeWriters writers(PlatformTransactionManager through) {
        return new IntakeWriters(
                opening,
                keys,
                inserts,
                new FaultyTransactions.Late(through, busy, List.of(free, over)),
                clock,
                json,
                meters);
    }

    /**
     * Keeps both writers busy until the whole crowd stands behind them, and the second one to the end, so that it is one group; how
     * many got a receipt.
     */
    private int crowd(IntakeWriters writers, boolean withKeys) throws Exception {
        keepBusy(writers);
        for (int i = 0; i < GROUP; i++) {
            String key = withKeys ? UUID.randomUUID().toString() : null;
            come(writers, key, () -> byItself(key));
        }
        return letGo(writers);
    }

    private void keepBusy(IntakeWriters writers) {
        PlainOpening.Plain plain = plain(writers);
        for (int i = 1; i <= WRITERS; i++) {
            people.submit(() -> writers.write(plain, null, () -> ""));
            // one after the other, so that each writer takes one
            until(WRITERS - i);
        }
    }

    /** Stands behind all who came before when this returns. */
    private void come(IntakeWriters writers, @Nullable String key, Supplier<String> byItself) {
        PlainOpening.Plain plain = plain(writers);
        answers.add(people.submit(() -> writers.write(plain, claim(key), byItself)));
        long giveUp = System.nanoTime() + PATIENCE;
        while (meters.get("fangxin.intake.waiting").gauge().value() < answers.size() + WRITERS) {
            assertThat(System.nanoTime()).as("they wait within half a minute").isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    private int letGo(IntakeWriters writers) throws Exception {
        free.countDown();
        int told = 0;
        for (Future<String> answer : answers) {
            told += told(answer);
        }
        over.countDown();
        writers.stop();
        return told;
    }

    private PlainOpening.Plain plain(IntakeWriters writers) {
        FormCheck.Checked checked = new FormCheck(reader, divisions::knows)
                .check(
                        form(),
                        false,
                        clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate());
        return writers.plain(checked, Origin.PUBLIC, clock.instant());
    }

    private static int told(Future<String> answer) throws InterruptedException {
        try {
            assertThat(answer.get()).contains("trackingCode");
            return 1;
        } catch (java.util.concurrent.ExecutionException fault) {
            assertThat(fault.getCause()).isInstanceOf(TransactionException.class);
            return 0;
        }
    }

    private void until(int left) {
        long giveUp = System.nanoTime() + PATIENCE;
        while (busy.getCount() > left) {
            assertThat(System.nanoTime())
                    .as("a writer takes it within half a minute")
                    .isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    private IdempotencyStore.@Nullable Claim claim(@Nullable String key) {
        return key == null ? null : keys.claim(key, "body");
    }

    private String byItself(@Nullable String key) {
        alone.incrementAndGet();
        Supplier<String> once = () -> json.writeValueAsString(submit.submit(form(), Origin.PUBLIC));
        return key == null ? once.get() : within(() -> keys.once(key, "body", clock.instant(), once));
    }

    private SubmissionForm form() {
        return json.readValue("""
                {"channel": "WEB", "kinds": ["COMPLAINT"], "content": "买的杯子漏水，要求退款。", "demands": ["REFUND"],
                 "person": {"name": "张三", "phone": "13800000000", "address": "甘肃省平凉市崇信县锦屏镇东街"},
                 "merchant": {"name": "%s", "address": "崇信县锦屏镇西街", "regionCode": "620823", "type": "SHOP"}}""".formatted(shop), SubmissionForm.class);
    }

    private long cases() {
        return within(() -> jdbc.sql("select count(*) from casefile.case_file where merchant_name = ?")
                .param(shop)
                .query(Long.class)
                .single());
    }

    private <T> T within(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
