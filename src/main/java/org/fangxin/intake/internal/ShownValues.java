package org.fangxin.intake.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Values that a keeper opened, for the few minutes in which they may be read; in memory alone, and gone with a restart. */
@Component
public class ShownValues {
    /** How long an opened value is shown. */
    public static final Duration SHOWN = Duration.ofMinutes(10);

    private record Shown(String value, Instant until) {}

    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final InstantSource clock;

    ShownValues(InstantSource clock) {
        this.clock = clock;
    }

    public void show(String openingId, String value, Instant until) {
        forget();
        shown.put(openingId, new Shown(value, until));
    }

    public Optional<String> find(String openingId) {
        forget();
        return Optional.ofNullable(shown.get(openingId)).map(Shown::value);
    }

    @org.springframework.scheduling.annotation.Scheduled(fixedDelay = 60_000)
    void forget() {
        Instant now = clock.instant();
        shown.values().removeIf(one -> !one.until().isAfter(now));
    }
}
