package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fangxin.FangxinTest;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.fangxin.intake.internal.IntakeWriters;
import org.fangxin.intake.internal.PlainOpening;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many submissions at once: written together, and each for itself when one of them fails. */
@FangxinTest
class IntakeStormTest {
    private static final int WRITERS = 2;
    private static final int CROWD = 24;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    @Autowired
    MockMvc mvc;

    @Autowired
    IntakeWriters writers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MeterRegistry meters;

    @Test
    void writesThoseThatWaitedTogetherInOneTransactionWithoutGapOrDouble() throws Exception {
        List<Answer> answers = jammed(CROWD, this::complaint);

        List<String> caseNos = new ArrayList<>();
        for (Answer answer : answers) {
            assertThat(answer.status()).isEqualTo(201);
            caseNos.add(answer.at("/cases/0/caseNo"));
        }
        assertThat(caseNos).doesNotHaveDuplicates().hasSize(CROWD);
        List<Integer> numbers = caseNos.stream()
                .map(no -> Integer.parseInt(no.substring(no.lastIndexOf('-') + 1)))
                .sorted()
                .toList();
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(CROWD - 1);
        assertThat(transactionsOf(caseNos)).isLessThanOrEqualTo(2L * WRITERS);
        Desk handler = Desk.officerOf(mvc, "620821", Role.HANDLER, Role.UNIT_HEAD);
        for (String caseNo : caseNos) {
            Answer seen = handler.get("/api/v1/cases/" + caseNo);
            assertThat(seen.at("/content")).isEqualTo("大家同时反映这家店不退押金。");
            assertThat(seen.at("/deadlines/0/rule")).isEqualTo("order121.complaint.accept");
        }
    }

    @Test
    void givesTheSameAnswerToTheSameKeyWithinOneGroup() throws Exception {
        String key = UUID.randomUUID().toString();

        List<Answer> answers = jammed(6, () -> Desk.publicPages(mvc).submit(form(), key));

        assertThat(answers.stream().map(Answer::status)).containsOnly(201);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    }

    @Test
    void failsOnlyTheOneThatCannotBeWritten() throws Exception {
        PlainOpening.Plain broken = new PlainOpening.Plain(null, null, null, null);
        List<Thrown> failures = new ArrayList<>();

        List<Answer> answers = jammed(CROWD, this::complaint, () -> {
            assertThatThrownBy(() -> writers.write(broken, null, () -> {
                        throw new IllegalStateException("this one cannot be written");
                    }))
                    .hasMessage("this one cannot be written");
            failures.add(new Thrown());
            return null;
        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(failures).hasSize(1);
        assertThat(answers.stream().map(answer -> answer.at("/cases/0/caseNo")).distinct())
                .hasSize(CROWD);
    }

    private record Thrown() {}

    /** Something that may fail as tests do. */
    private interface Try {
        Answer now() throws Exception;
    }

    private Answer complaint() throws Exception {
        return Desk.publicPages(mvc).submit(form());
    }

    private static Map<String, Object> form() {
        return Desk.example(Map.of(
                "content",
                "大家同时反映这家店不退押金。",
                "merchant",
                Map.of("name", "虚构的健身房", "address", "泾川县城关镇", "regionCode", "620821", "type", "SHOP")));
    }

    private List<Answer> jammed(int crowd, Try each) throws Exception {
        return jammed(crowd, each, null);
    }

    /** Holds the agency's count, so that both writers wait with what they took and all others behind them. */
    private List<Answer> jammed(int crowd, Try each, @org.jspecify.annotations.Nullable Try other) throws Exception {
        // so that there is a count to hold
        complaint();
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(crowd + 1)) {
            within(() -> {
                jdbc.sql("select last from intake.number where agency_code = '620821' for update")
                        .query(Integer.class)
                        .list();
                for (int i = 0; i < crowd; i++) {
                    answers.add(people.submit(each::now));
                }
                if (other != null) {
                    people.submit(() -> other.now());
                }
                untilWaiting(crowd + (other == null ? 0 : 1));
                return Boolean.TRUE;
            });
            List<Answer> got = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                got.add(answer.get());
            }
            return got;
        }
    }

    private void untilWaiting(int all) {
        long giveUp = System.nanoTime() + PATIENCE;
        while (meters.get("fangxin.intake.waiting").gauge().value() < all) {
            assertThat(System.nanoTime()).as("they wait within half a minute").isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    private long transactionsOf(List<String> caseNos) {
        return within(
                () -> jdbc.sql("select count(distinct xmin::text) from casefile.case_file where case_no in (:all)")
                        .param("all", caseNos)
                        .query(Long.class)
                        .single());
    }

    private <T> T within(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
