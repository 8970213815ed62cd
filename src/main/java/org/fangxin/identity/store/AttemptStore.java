package org.fangxin.identity.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed sign-ins, counted before the password is looked at, so that no race gets more guesses than are allowed. */
@Repository
public class AttemptStore {
    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts an attempt as failed, for the time being.
     *
     * @return until when there are no more attempts; empty when this one may be evaluated
     */
    public Optional<Instant> reserve(String subject, int allowed, Duration lock, Instant now) {
        OffsetDateTime until = jdbc.sql("""
                insert into identity.sign_in_attempt as a (subject, failures, last_at) values (:subject, 1, :now)
                on conflict (subject) do update
                   set failures = case when coalesce(a.locked_until, a.last_at + :lock * interval '1 second') <= :now
                                       then 1 else a.failures + 1 end,
                       locked_until = case
                           when coalesce(a.locked_until, a.last_at + :lock * interval '1 second') <= :now then null
                           when a.locked_until is null and a.failures >= :allowed then :now + :lock * interval '1 second'
                           else a.locked_until end,
                       last_at = :now
                returning locked_until
                """)
                .param("subject", subject)
                .param("allowed", allowed)
                .param("lock", lock.toSeconds())
                .param("now", PersonStore.utc(now))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .orElse(null);
        return Optional.ofNullable(until).map(OffsetDateTime::toInstant);
    }

    /** The attempt was wrong: the last allowed one locks. */
    public void failed(String subject, int allowed, Duration lock, Instant now) {
        jdbc.sql("""
                update identity.sign_in_attempt set locked_until = :until
                 where subject = :subject and failures >= :allowed and locked_until is null
                """)
                .param("until", PersonStore.utc(now.plus(lock)))
                .param("subject", subject)
                .param("allowed", allowed)
                .update();
    }

    /** The attempt was right: it was none of the failures. */
    public void takeBack(String subject) {
        jdbc.sql("""
                update identity.sign_in_attempt set failures = greatest(failures - 1, 0)
                 where subject = :subject and locked_until is null
                """).param("subject", subject).update();
    }

    public void forget(String subject) {
        jdbc.sql("delete from identity.sign_in_attempt where subject = :subject")
                .param("subject", subject)
                .update();
    }

    public int forgetBefore(Instant instant) {
        return jdbc.sql("delete from identity.sign_in_attempt where last_at < :instant")
                .param("instant", PersonStore.utc(instant))
                .update();
    }
}
