package org.fangxin.intake.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.UnfinishedForms;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's unfinished forms: the own alone, in the request's scope, sealed, and for fourteen days. */
@Component
public class DraftStore implements UnfinishedForms {
    /** How long an unfinished form waits after its last change. */
    public static final Duration KEPT = Duration.ofDays(14);

    /** Most drafts one person keeps; the oldest go. */
    private static final int MOST = 200;

    /**
     * A draft with the time of its last change.
     *
     * @param version counts the changes, from 1
     */
    public record Draft(String body, long version, Instant updatedAt) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;
    private final InstantSource clock;

    DraftStore(JdbcClient jdbc, Ciphers ciphers, InstantSource clock) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.clock = clock;
    }

    /** The draft, unless it has run out. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String personId, String key) {
        return jdbc.sql("""
                        select body, version, updated_at from intake.draft
                         where person_id = ? and key = ? and updated_at > ?""")
                .params(personId, key, Timestamp.from(clock.instant().minus(KEPT)))
                .query((rs, n) -> new Draft(
                        ciphers.party().decrypt(rs.getBytes(1), place(personId, key)),
                        rs.getLong(2),
                        rs.getTimestamp(3).toInstant()))
                .optional();
    }

    /**
     * Saves what was changed from a version.
     *
     * @param seen the version that the window has, 0 for none
     * @return the new version with its time; empty when another window was first, and then nothing was changed
     */
    @Transactional
    public Optional<Draft> put(String personId, String key, String body, long seen) {
        Instant now = clock.instant();
        Timestamp runOut = Timestamp.from(now.minus(KEPT));
        Optional<Long> version = jdbc.sql("""
                        insert into intake.draft as d (person_id, key, body, updated_at) values (?, ?, ?, ?)
                        on conflict (person_id, key) do update
                           set body = excluded.body, updated_at = excluded.updated_at, version = d.version + 1
                         where d.version = ? or d.updated_at <= ?
                        returning version""")
                .params(
                        personId,
                        key,
                        ciphers.party().encrypt(body, place(personId, key)),
                        Timestamp.from(now),
                        seen,
                        runOut)
                .query(Long.class)
                .optional();
        jdbc.sql("""
                        delete from intake.draft where person_id = ? and key in (
                            select key from intake.draft where person_id = ? order by updated_at desc offset ?)""").params(personId, personId, MOST).update();
        return version.map(saved -> new Draft(body, saved, now));
    }

    @Transactional
    public void delete(String personId, String key) {
        jdbc.sql("delete from intake.draft where person_id = ? and key = ?")
                .params(personId, key)
                .update();
    }

    @Override
    @Transactional
    public void done(String personId, String caseNo, Act act) {
        delete(personId, "act:" + caseNo + ':' + act.id());
    }

    /** Deletes everybody's that have run out; in the program's scope. */
    @Transactional
    public int expire(Instant now) {
        return jdbc.sql("delete from intake.draft where updated_at <= ?")
                .params(Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private static Place place(String personId, String key) {
        return new Place("intake.draft", "body", personId + '/' + key);
    }
}
