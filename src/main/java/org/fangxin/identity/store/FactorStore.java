package org.fangxin.identity.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.FieldCipher;
import org.fangxin.cipher.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Second factors: sealed secrets, steps that were used, fingerprints of recovery codes. */
@Repository
public class FactorStore {
    private static final String TABLE = "identity.second_factor";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    FactorStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.cipher = ciphers.party();
    }

    /** The secret in use. */
    public Optional<byte[]> secret(String personId) {
        return jdbc.sql("select secret from identity.second_factor where person_id = :id and secret is not null")
                .param("id", personId)
                .query((row, number) -> cipher.open(row.getBytes(1), place("secret", personId)))
                .optional();
    }

    public Optional<Instant> confirmedAt(String personId) {
        return jdbc.sql("select confirmed_at from identity.second_factor where person_id = :id and secret is not null")
                .param("id", personId)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Lays a secret beside the one in use; an earlier one that was only begun goes. */
    public void begin(String personId, byte[] secret, Instant now) {
        jdbc.sql("""
                insert into identity.second_factor (person_id, next_secret, next_begun_at) values (:id, :next, :now)
                on conflict (person_id) do update set next_secret = :next, next_begun_at = :now
                """)
                .param("id", personId)
                .param("next", cipher.seal(secret, place("next_secret", personId)))
                .param("now", PersonStore.utc(now))
                .update();
    }

    /** What was begun after this instant. Locks the row, so that it is confirmed once. */
    public Optional<byte[]> begun(String personId, Instant after) {
        return jdbc.sql("""
                select next_secret from identity.second_factor
                 where person_id = :id and next_begun_at > :after for update
                """)
                .param("id", personId)
                .param("after", PersonStore.utc(after))
                .query((row, number) -> cipher.open(row.getBytes(1), place("next_secret", personId)))
                .optional();
    }

    /** Takes into use what was begun. */
    public void confirm(String personId, byte[] secret, Instant now) {
        jdbc.sql("""
                update identity.second_factor
                   set secret = :secret, confirmed_at = :now, next_secret = null, next_begun_at = null, reset_at = null
                 where person_id = :id
                """)
                .param("secret", cipher.seal(secret, place("secret", personId)))
                .param("now", PersonStore.utc(now))
                .param("id", personId)
                .update();
        jdbc.sql("delete from identity.second_factor_step where person_id = :id")
                .param("id", personId)
                .update();
    }

    /** False when the step was used before; of two at once one waits for the other and is told so. */
    public boolean use(String personId, long step) {
        return jdbc.sql("""
                insert into identity.second_factor_step (person_id, step) values (:id, :step) on conflict do nothing
                """).param("id", personId).param("step", step).update() == 1;
    }

    /** Steps so old that no clock brings them back. */
    public void forgetBefore(String personId, long step) {
        jdbc.sql("delete from identity.second_factor_step where person_id = :id and step < :step")
                .param("id", personId)
                .param("step", step)
                .update();
    }

    /** Takes the factor back; false when there was none. */
    public boolean reset(String personId, Instant now) {
        boolean had = jdbc.sql("""
                update identity.second_factor
                   set secret = null, confirmed_at = null, next_secret = null, next_begun_at = null, reset_at = :now
                 where person_id = :id and secret is not null
                """)
                        .param("now", PersonStore.utc(now))
                        .param("id", personId)
                        .update()
                == 1;
        jdbc.sql("delete from identity.recovery_code where person_id = :id")
                .param("id", personId)
                .update();
        return had;
    }

    /** These are the person's recovery codes from now on, and no others. */
    public void replaceCodes(String personId, List<byte[]> digests) {
        jdbc.sql("delete from identity.recovery_code where person_id = :id")
                .param("id", personId)
                .update();
        for (byte[] digest : digests) {
            jdbc.sql("insert into identity.recovery_code (person_id, digest) values (:id, :digest)")
                    .param("id", personId)
                    .param("digest", digest)
                    .update();
        }
    }

    /** False when nobody has this code, or it was used. */
    public boolean useCode(String personId, byte[] digest, Instant now) {
        return jdbc.sql("""
                update identity.recovery_code set used_at = :now
                 where person_id = :id and digest = :digest and used_at is null
                """)
                        .param("now", PersonStore.utc(now))
                        .param("id", personId)
                        .param("digest", digest)
                        .update()
                == 1;
    }

    /** Voids everybody's recovery codes; how many were not used yet. */
    public int voidAllCodes() {
        jdbc.sql("delete from identity.recovery_code where used_at is not null").update();
        return jdbc.sql("delete from identity.recovery_code").update();
    }

    public int codesLeft(String personId) {
        return jdbc.sql("select count(*) from identity.recovery_code where person_id = :id and used_at is null")
                .param("id", personId)
                .query(Integer.class)
                .single();
    }

    private static Place place(String column, String personId) {
        return new Place(TABLE, column, personId);
    }
}
