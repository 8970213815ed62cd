package org.fangxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.fangxin.FangxinTest;
import org.fangxin.document.store.Series;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class NumberingTest {
    private static final int ISSUES = 500;

    @Autowired
    Series series;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void fiveHundredIssuesAtOnceLeaveNoGapAndNoDouble() {
        assertThat(numbers("A1", () -> series.take("620899", 2031, "F5"), false))
                .isEqualTo(upTo(ISSUES));
    }

    @Test
    void oneThatFailsAfterTakingItsNumberLeavesNoGap() {
        Set<Integer> kept = numbers("A2", () -> series.take("620899", 2031, "F6"), true);
        assertThat(kept)
                .isEqualTo(upTo(kept.size()))
                .hasSizeGreaterThan(ISSUES / 2)
                .hasSizeLessThan(ISSUES);
    }

    @Test
    void aSequenceOfTheDatabaseWouldLeaveGaps() {
        Set<Integer> kept = numbers("A3", this::likeASequence, true);
        assertThat(kept).isNotEqualTo(upTo(kept.size()));
    }

    /** The broken twin: a number from the case file's sequence, which no rollback gives back. */
    private int likeASequence() {
        return jdbc.sql("select nextval('casefile.case_id')::int % 1000000 + 1")
                .query(Integer.class)
                .single();
    }

    /** The numbers of 500 transactions at once; with {@code failing} every seventh is rolled back after taking one. */
    private Set<Integer> numbers(String label, java.util.function.IntSupplier take, boolean failing) {
        Set<Integer> kept = ConcurrentHashMap.newKeySet();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        try (var pool = Executors.newFixedThreadPool(16)) {
            List<?> all = IntStream.range(0, ISSUES)
                    .mapToObj(i -> pool.submit(() -> transaction.execute(status -> {
                        int number = take.getAsInt();
                        if (failing && i % 7 == 3) {
                            status.setRollbackOnly();
                        } else if (!kept.add(number)) {
                            throw new IllegalStateException(label + " twice: " + number);
                        }
                        return number;
                    })))
                    .toList();
            for (Object one : all) {
                try {
                    ((java.util.concurrent.Future<?>) one).get();
                } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return kept;
    }

    private static Set<Integer> upTo(int last) {
        return Set.copyOf(IntStream.rangeClosed(1, last).boxed().toList());
    }
}
