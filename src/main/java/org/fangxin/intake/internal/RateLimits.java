package org.fangxin.intake.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.CallerNetwork;
import org.fangxin.problem.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much one address and one telephone number may hand in: a store of tries that fills up again steadily. Officers and
 * imports are not limited. Held in memory, by each running instance for itself.
 */
@Component
public class RateLimits {
    private static final int MOST_WATCHED = 100_000;

    /** What is limited. */
    public enum Call {
        SUBMIT,
        UPLOAD,
        TRACK,
        SUGGEST,
        LOOK_UP
    }

    private record Bucket(double left, Instant at) {}

    private final InstantSource clock;
    private final int burst;
    private final int aMinute;
    private final int phoneBurst;
    private final int phoneAMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_WATCHED;
        }
    };

    RateLimits(
            InstantSource clock,
            @Value("${fangxin.intake.limit.address.burst:600}") int burst,
            @Value("${fangxin.intake.limit.address.a-minute:60}") int aMinute,
            @Value("${fangxin.intake.limit.phone.burst:300}") int phoneBurst,
            @Value("${fangxin.intake.limit.phone.a-minute:20}") int phoneAMinute) {
        this.clock = clock;
        this.burst = burst;
        this.aMinute = aMinute;
        this.phoneBurst = phoneBurst;
        this.phoneAMinute = phoneAMinute;
    }

    /** @throws TooOften when the address has used up its tries */
    public void address(Call call, String address) {
        take("A" + call + CallerNetwork.of(address), burst, aMinute);
    }

    /** @throws TooOften when the telephone number has used up its tries */
    public void phone(String fingerprint) {
        take("P" + fingerprint, phoneBurst, phoneAMinute);
    }

    private synchronized void take(String who, int most, int perMinute) {
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(who, new Bucket(most, now));
        double gained = Math.max(0, Duration.between(before.at(), now).toMillis()) * perMinute / 60_000.0;
        double left = Math.min(most, before.left() + gained);
        if (left < 1) {
            buckets.put(who, new Bucket(left, now));
            throw tooOften((int) Math.ceil((1 - left) * 60 / perMinute));
        }
        buckets.put(who, new Bucket(left - 1, now));
    }

    /** 429 that says when to come back; the header carries the same number. */
    public static TooOften tooOften(int seconds) {
        return new TooOften(seconds);
    }

    /** Too many tries; {@code web} turns it into 429 with Retry-After. */
    public static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int seconds;

        TooOften(int seconds) {
            super("too often");
            this.seconds = seconds;
        }

        public int seconds() {
            return seconds;
        }

        /** The answer's body. */
        public Problem problem() {
            String when = seconds < 60 ? "请过 " + seconds + " 秒再试" : "请过 " + (seconds + 59) / 60 + " 分钟再试";
            return new Problem(
                    429,
                    "too-many-requests",
                    "太频繁",
                    "提交得太频繁，" + when + "。您写的还在。",
                    List.of(),
                    Map.of("retryAfter", seconds));
        }
    }
}
