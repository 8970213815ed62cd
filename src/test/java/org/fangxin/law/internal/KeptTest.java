package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final AtomicLong revision = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Kept<Integer> kept = new Kept<>(
            () -> {
                looks.incrementAndGet();
                return revision.get();
            },
            reads::incrementAndGet,
            nanos::get);

    @Test
    void looksAtTheRevisionOnlyEveryFewSeconds() {
        for (int i = 0; i < 100; i++) {
            kept.get();
        }
        assertThat(looks).hasValue(1);
        nanos.addAndGet(2_999_999_999L);
        kept.get();
        assertThat(looks).hasValue(1);
        nanos.incrementAndGet();
        kept.get();
        assertThat(looks).hasValue(2);
    }

    @Test
    void readsAnewOnlyWhenAnotherInstanceChangedSomething() {
        assertThat(kept.get()).isEqualTo(1);
        seconds(4);
        assertThat(kept.get()).isEqualTo(1);
        revision.incrementAndGet();
        assertThat(kept.get()).isEqualTo(1);
        seconds(4);
        assertThat(kept.get()).isEqualTo(2);
    }

    @Test
    void readsAnewAtOnceAfterAChangeOfItsOwn() {
        kept.get();
        kept.forget();
        assertThat(kept.get()).isEqualTo(2);
    }

    private void seconds(int number) {
        nanos.addAndGet(number * 1_000_000_000L);
    }
}
