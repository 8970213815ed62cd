package org.fangxin.field.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.field.FieldPass;
import org.fangxin.field.FieldPass.Ending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passes, the numbers that go with them, and the sealed keys; in the transaction of whoever asks. */
@Component
public class PassStore {
    private static final String PASSES = """
            select p.pass_id, p.agency_code, p.person_id, p.taken_at, p.expires_at, p.ended_at, p.ended,
                   (select count(*) from field.taken t where t.pass_id = p.pass_id) as taken
              from field.pass p""";

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    PassStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    public void open(FieldPass pass, String key, Instant keepUntil) {
        jdbc.sql(
                        "insert into field.pass (pass_id, agency_code, person_id, taken_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(pass.id(), pass.agency(), pass.person(), stamp(pass.takenAt()), stamp(pass.expiresAt()))
                .update();
        jdbc.sql("insert into field.pass_key (pass_id, person_id, body, keep_until) values (?, ?, ?, ?)")
                .params(pass.id(), pass.person(), ciphers.party().encrypt(key, place(pass.id())), stamp(keepUntil))
                .update();
    }

    /** Whether the case was not yet with the pass. */
    public boolean take(UUID pass, String caseNo, Instant now) {
        return jdbc.sql("insert into field.taken (pass_id, case_no, taken_at) values (?, ?, ?) on conflict do nothing")
                        .params(pass, caseNo, stamp(now))
                        .update()
                == 1;
    }

    public List<String> taken(UUID pass) {
        return jdbc.sql("select case_no from field.taken where pass_id = ? order by case_no")
                .param(pass)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    public Optional<FieldPass> find(UUID pass) {
        return jdbc.sql(PASSES + " where p.pass_id = ?")
                .param(pass)
                .query(PassStore::pass)
                .optional();
    }

    /** The person's own, the newest first. */
    public List<FieldPass> of(String person, Instant since) {
        return jdbc.sql(PASSES + " where p.person_id = ? and p.expires_at > ? order by p.taken_at desc")
                .params(person, stamp(since))
                .query(PassStore::pass)
                .list();
    }

    /** Those of others in the asking scope that still run. */
    public List<FieldPass> running(String notOf, Instant now) {
        return jdbc.sql(PASSES + " " + """
                        where p.person_id <> ? and p.ended_at is null and p.expires_at > ?
                         order by p.taken_at desc limit 200""")
                .params(notOf, stamp(now))
                .query(PassStore::pass)
                .list();
    }

    public Optional<String> key(UUID pass, Instant now) {
        return jdbc.sql("select body from field.pass_key where pass_id = ? and keep_until > ?")
                .params(pass, stamp(now))
                .query((rs, n) -> ciphers.party().decrypt(rs.getBytes(1), place(pass)))
                .optional();
    }

    /** Ends a pass that still runs, or makes a milder ending final; false when there is nothing to change. */
    public boolean end(UUID pass, Ending how, Instant now) {
        return jdbc.sql("""
                        update field.pass set ended = ?, ended_at = ?
                         where pass_id = ? and (ended is null or (? = 'REVOKED' and ended <> 'REVOKED'))""").params(how.name(), stamp(now), pass, how.name()).update() == 1;
    }

    /** For good: what lies on the device is noise from now on. In the program's scope. */
    public void destroyKey(UUID pass) {
        jdbc.sql("delete from field.pass_key where pass_id = ?").param(pass).update();
    }

    /** Deletes the keys that have run out; in the program's scope. */
    public int purge(Instant now) {
        return jdbc.sql("delete from field.pass_key where keep_until <= ?")
                .param(stamp(now))
                .update();
    }

    private static FieldPass pass(ResultSet rs, int row) throws SQLException {
        Timestamp endedAt = rs.getTimestamp(6);
        String ended = rs.getString(7);
        return new FieldPass(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getString(3),
                rs.getTimestamp(4).toInstant(),
                rs.getTimestamp(5).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                ended == null ? null : Ending.valueOf(ended),
                rs.getLong(8));
    }

    private static Place place(UUID pass) {
        return new Place("field.pass_key", "body", pass.toString());
    }

    private static Timestamp stamp(Instant instant) {
        return Timestamp.from(instant);
    }
}
