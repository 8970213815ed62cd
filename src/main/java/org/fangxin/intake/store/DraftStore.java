package org.fangxin.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer's unfinished forms: his own alone, in the request's scope. */
@Component
public class DraftStore {
    /** Most drafts one person keeps; the oldest go. */
    private static final int MOST = 200;

    /** A draft with the time of its last change. */
    public record Draft(String body, Instant updatedAt) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    DraftStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(String personId, String key) {
        return jdbc.sql("select body, updated_at from intake.draft where person_id = ? and key = ?")
                .params(personId, key)
                .query((rs, n) -> new Draft(
                        ciphers.party().decrypt(rs.getBytes(1), place(personId, key)),
                        rs.getTimestamp(2).toInstant()))
                .optional();
    }

    @Transactional
    public void put(String personId, String key, String body, Instant now) {
        jdbc.sql("""
                        insert into intake.draft (person_id, key, body, updated_at) values (?, ?, ?, ?)
                        on conflict (person_id, key) do update
                           set body = excluded.body, updated_at = excluded.updated_at""")
                .params(personId, key, ciphers.party().encrypt(body, place(personId, key)), Timestamp.from(now))
                .update();
        jdbc.sql("""
                        delete from intake.draft where person_id = ? and key in (
                            select key from intake.draft where person_id = ? order by updated_at desc offset ?)""").params(personId, personId, MOST).update();
    }

    @Transactional
    public void delete(String personId, String key) {
        jdbc.sql("delete from intake.draft where person_id = ? and key = ?")
                .params(personId, key)
                .update();
    }

    private static Place place(String personId, String key) {
        return new Place("intake.draft", "body", personId + '/' + key);
    }
}
