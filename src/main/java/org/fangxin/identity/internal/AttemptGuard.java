package org.fangxin.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.identity.CallerNetwork;
import org.fangxin.identity.store.AttemptStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets five wrong passwords pass for a user name, whether anybody has it or not, and then none for half an hour; and so
 * for a network address, with a higher number.
 */
@Component
public class AttemptGuard {
    static final int ALLOWED = 5;
    static final Duration LOCK = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final long PURGE_MS = 3_600_000;

    private final AttemptStore store;
    private final BlindIndex index;
    private final InScope inScope;
    private final InstantSource time;
    private final int allowedFromOneAddress;

    AttemptGuard(
            AttemptStore store,
            BlindIndex index,
            InScope inScope,
            InstantSource time,
            @Value("${fangxin.sign-in.failures-per-address:100}") int allowedFromOneAddress) {
        this.store = store;
        this.index = index;
        this.inScope = inScope;
        this.time = time;
        this.allowedFromOneAddress = allowedFromOneAddress;
    }

    /** Until when the address is locked; empty when the attempt may go on. */
    Optional<Instant> reserveAddress(String address) {
        return inScope.current(() -> store.reserve(address(address), allowedFromOneAddress, LOCK, time.instant()));
    }

    /** Until when the user name is locked; empty when the attempt may go on. */
    Optional<Instant> reserveName(String username) {
        return inScope.current(() -> store.reserve(name(username), ALLOWED, LOCK, time.instant()));
    }

    void failed(String username, String address) {
        inScope.current(() -> {
            store.failed(name(username), ALLOWED, LOCK, time.instant());
            store.failed(address(address), allowedFromOneAddress, LOCK, time.instant());
            return true;
        });
    }

    void succeeded(String username, String address) {
        inScope.current(() -> {
            store.forget(name(username));
            store.takeBack(address(address));
            return true;
        });
    }

    /** The password was right and a code is still to come: earlier failures stay counted until that one is right too. */
    void passwordRight(String username, String address) {
        inScope.current(() -> {
            store.takeBack(name(username));
            store.takeBack(address(address));
            return true;
        });
    }

    /** An administrator lets the person in again. */
    void unlock(String username) {
        store.forget(name(username));
    }

    @Scheduled(fixedDelay = PURGE_MS, initialDelay = PURGE_MS)
    void purge() {
        inScope.current(() -> store.forgetBefore(time.instant().minus(KEPT)));
    }

    private String name(String username) {
        return "name:" + HexFormat.of().formatHex(index.of(BlindIndex.Kind.NAME, username));
    }

    private String address(String address) {
        return "address:" + HexFormat.of().formatHex(index.of(BlindIndex.Kind.NAME, CallerNetwork.of(address)));
    }
}
