package org.fangxin.notice.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes sent to telephones. In the program's own scope. */
@Component
public class PhoneCodeStore {
    /** A code that was made, without the code. */
    public record Made(
            UUID id,
            String partyId,
            int macKey,
            byte[] mac,
            int tries,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    private final JdbcClient jdbc;

    PhoneCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            UUID id, String caseNo, String party, int macKey, byte[] mac, byte[] sealed, Instant now, Instant expires) {
        jdbc.sql("""
                        insert into notice.phone_code (code_id, case_no, party_id, mac_key, mac, sealed, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, caseNo, party, macKey, mac, sealed, Timestamp.from(now), Timestamp.from(expires))
                .update();
    }

    /** The newest of a case, held until the transaction ends. */
    public Optional<Made> newest(String caseNo) {
        return jdbc.sql("""
                        select code_id, party_id, mac_key, mac, tries, made_at, expires_at, used_at
                          from notice.phone_code where case_no = ? order by made_at desc limit 1 for update""")
                .param(caseNo)
                .query((rs, n) -> {
                    Timestamp used = rs.getTimestamp(8);
                    return new Made(
                            rs.getObject(1, UUID.class),
                            rs.getString(2),
                            rs.getInt(3),
                            rs.getBytes(4),
                            rs.getInt(5),
                            rs.getTimestamp(6).toInstant(),
                            rs.getTimestamp(7).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .optional();
    }

    public int madeSince(String caseNo, Instant since) {
        return jdbc.sql("select count(*) from notice.phone_code where case_no = ? and made_at > ?")
                .params(caseNo, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** The sealed code, as long as it may be sent. */
    public Optional<byte[]> sealed(UUID id, Instant now) {
        return jdbc.sql("""
                        select sealed from notice.phone_code
                         where code_id = ? and expires_at > ? and used_at is null and sealed is not null""")
                .params(id, Timestamp.from(now))
                .query((rs, n) -> rs.getBytes(1))
                .optional();
    }

    public void tried(UUID id) {
        jdbc.sql("update notice.phone_code set tries = tries + 1 where code_id = ?")
                .param(id)
                .update();
    }

    public void used(UUID id, Instant now) {
        jdbc.sql("update notice.phone_code set used_at = ?, sealed = null where code_id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** Takes away what is long over. */
    public int sweep(Instant before) {
        return jdbc.sql("delete from notice.phone_code where expires_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
