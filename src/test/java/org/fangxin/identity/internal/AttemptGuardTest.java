package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fangxin.FangxinTest;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.identity.store.AttemptStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FangxinTest
class AttemptGuardTest {
    @Autowired
    private AttemptStore store;

    @Autowired
    private BlindIndex index;

    @Autowired
    private InScope inScope;

    private Instant now = Instant.parse("2026-05-06T01:00:00Z");
    private AttemptGuard guard;
    private String name;

    @BeforeEach
    void aNameOfItsOwn() {
        guard = new AttemptGuard(store, index, inScope, () -> now, 8);
        name = "name-" + UUID.randomUUID();
    }

    @Test
    void theLockLiftsAfterHalfAnHourAndCountsAnew() {
        for (int i = 0; i < 5; i++) {
            assertThat(guard.reserveName(name)).isEmpty();
            guard.failed(name, "192.0.2.1");
        }
        assertThat(guard.reserveName(name)).contains(now.plus(Duration.ofMinutes(30)));
        now = now.plus(Duration.ofMinutes(29));
        assertThat(guard.reserveName(name)).as("trying does not lengthen it").contains(now.plus(Duration.ofMinutes(1)));
        now = now.plus(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            assertThat(guard.reserveName(name)).isEmpty();
            guard.failed(name, "192.0.2.1");
        }
        assertThat(guard.reserveName(name)).isPresent();
    }

    @Test
    void failuresFarApartDoNotAddUp() {
        for (int i = 0; i < 12; i++) {
            assertThat(guard.reserveName(name)).isEmpty();
            guard.failed(name, "192.0.2.1");
            now = now.plus(Duration.ofMinutes(30));
        }
    }

    @Test
    void ofFiftyAtOnceFiveAreEvaluated() throws Exception {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            attempts.add(() -> guard.reserveName(name).isEmpty());
        }
        long evaluated = 0;
        try (ExecutorService many = Executors.newFixedThreadPool(10)) {
            for (Future<Boolean> attempt : many.invokeAll(attempts)) {
                evaluated += attempt.get() ? 1 : 0;
            }
        }
        assertThat(evaluated).isEqualTo(5);
    }

    @Test
    void aNetworkOfTheSixthVersionIsOneAddress() {
        String network = "2001:db8:%x:%x:".formatted(name.hashCode() & 0xffff, name.hashCode() >>> 16);
        for (int i = 0; i < 8; i++) {
            assertThat(guard.reserveAddress(network + ":" + i + "0")).isEmpty();
            guard.failed(name + i, network + ":" + i + "0");
        }
        assertThat(guard.reserveAddress(network + "ffff::1")).isPresent();
        assertThat(guard.reserveAddress("2001:db9" + network.substring(8) + ":1"))
                .isEmpty();
    }

    @Test
    void anAddressThatTriesManyNamesIsStoppedAndRightOnesDoNotCount() {
        String address = "address-" + UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            assertThat(guard.reserveAddress(address)).isEmpty();
            guard.succeeded(name, address);
        }
        for (int i = 0; i < 8; i++) {
            assertThat(guard.reserveAddress(address)).isEmpty();
            guard.failed(name + i, address);
        }
        assertThat(guard.reserveAddress(address)).isPresent();
    }
}
