package org.fangxin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The tests' clock: the machine's, unless a test lives through weeks. Only backwards from now: nothing of other tests grows
 * old or runs out meanwhile. Whoever sets it gives it back.
 */
@Primary
@Component
public class SettableTime implements InstantSource {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    /** From here on it runs on from this moment, e.g. {@code 2026-05-06T10:00}. */
    public void set(String moment) {
        Instant then = LocalDateTime.parse(moment).atZone(ZONE).toInstant();
        Instant now = Clock.systemUTC().instant();
        if (then.isAfter(now)) {
            throw new IllegalArgumentException("only backwards: " + moment);
        }
        offset = Duration.between(now, then);
    }

    public void giveBack() {
        offset = Duration.ZERO;
    }
}
