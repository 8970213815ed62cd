package org.fangxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

class ScheduledThreadsTest {
    @Test
    void aRoundThatHangsHoldsUpNoOther() throws InterruptedException {
        ThreadPoolTaskScheduler rounds = new ScheduledThreads().taskScheduler();
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(3);
        rounds.initialize();
        try {
            rounds.scheduleWithFixedDelay(() -> wait(hangs, answered), Duration.ofMillis(1));
            assertThat(hangs.await(10, TimeUnit.SECONDS)).as("begun").isTrue();
            rounds.scheduleWithFixedDelay(others::countDown, Duration.ofMillis(1));
            assertThat(others.await(10, TimeUnit.SECONDS)).as("others go on").isTrue();
        } finally {
            answered.countDown();
            rounds.shutdown();
        }
    }

    private static void wait(CountDownLatch begun, CountDownLatch until) {
        begun.countDown();
        try {
            until.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
