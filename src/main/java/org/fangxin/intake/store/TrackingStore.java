package org.fangxin.intake.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.fangxin.identity.CallerNetwork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wrong tries of tracking codes, counted for number and address whether the number exists or not. */
@Component
public class TrackingStore {
    /** How long a lock lasts, and after how long wrong tries are forgotten. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    private static final String FAIL = """
            insert into intake.tracking_attempt (pair_mac, failures, last_at) values (?, 1, ?)
            on conflict (pair_mac) do update
               set failures = case when intake.tracking_attempt.last_at < ? then 1
                                   else intake.tracking_attempt.failures + 1 end,
                   last_at = excluded.last_at
            returning failures""";

    private final JdbcClient jdbc;
    private final Macs macs;

    TrackingStore(JdbcClient jdbc, Macs macs) {
        this.jdbc = jdbc;
        this.macs = macs;
    }

    /**
     * Waits for others who try the same pair, until the transaction ends: tries at the same moment are counted one after
     * the other. Returns the wrong tries so far.
     */
    public int failures(String submissionNo, String address, Instant now) {
        byte[] pair = pair(submissionNo, address);
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(java.nio.ByteBuffer.wrap(pair).getLong())
                .query(rs -> {});
        return jdbc.sql("select failures from intake.tracking_attempt where pair_mac = ? and last_at >= ?")
                .params(pair, Timestamp.from(now.minus(LOCK)))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Counts one more; returns how many now. */
    public int fail(String submissionNo, String address, Instant now) {
        return jdbc.sql(FAIL)
                .params(pair(submissionNo, address), Timestamp.from(now), Timestamp.from(now.minus(LOCK)))
                .query(Integer.class)
                .single();
    }

    /** When the lock of a pair ends. */
    public Instant lockedUntil(String submissionNo, String address) {
        return jdbc.sql("select last_at from intake.tracking_attempt where pair_mac = ?")
                .param(pair(submissionNo, address))
                .query(Timestamp.class)
                .single()
                .toInstant()
                .plus(LOCK);
    }

    /** A right try forgets the wrong ones. */
    public void succeed(String submissionNo, String address) {
        jdbc.sql("delete from intake.tracking_attempt where pair_mac = ?")
                .param(pair(submissionNo, address))
                .update();
    }

    /** Forgets what is older than a lock. */
    public int forget(Instant now) {
        return jdbc.sql("delete from intake.tracking_attempt where last_at < ?")
                .param(Timestamp.from(now.minus(LOCK)))
                .update();
    }

    private byte[] pair(String submissionNo, String address) {
        return macs.lasting("TRACKING-PAIR", submissionNo, CallerNetwork.of(address));
    }
}
