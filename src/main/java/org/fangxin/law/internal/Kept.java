package org.fangxin.law.internal;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value read from the database and kept in memory. Its revision number is looked at again no more often than every few
 * seconds; when it has grown, the value is read anew.
 */
final class Kept<T> {
    private static final long LOOK_AGAIN_NANOS = 3_000_000_000L;

    private final LongSupplier revision;
    private final Supplier<T> read;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Held<T>> held = new AtomicReference<>();

    private record Held<T>(long revision, long lookedAt, T value) {}

    /** @param nanoTime the machine's monotonic clock */
    Kept(LongSupplier revision, Supplier<T> read, LongSupplier nanoTime) {
        this.revision = revision;
        this.read = read;
        this.nanoTime = nanoTime;
    }

    T get() {
        Held<T> now = held.get();
        if (now != null && nanoTime.getAsLong() - now.lookedAt < LOOK_AGAIN_NANOS) {
            return now.value;
        }
        long looked = nanoTime.getAsLong();
        // the number before the value: a change between the two is seen at the next look
        long current = revision.getAsLong();
        T value = now != null && now.revision == current ? now.value : read.get();
        held.set(new Held<>(current, looked, value));
        return value;
    }

    /** Forgets the value: the next {@link #get} reads it anew. */
    void forget() {
        held.set(null);
    }
}
