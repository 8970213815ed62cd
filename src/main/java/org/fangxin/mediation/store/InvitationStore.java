package org.fangxin.mediation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.mediation.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations and the passes that came of them; secrets only as hashes. Runs in the thread's scope. */
@Component
public class InvitationStore {
    private static final String SELECT = """
            select i.invitation_id, i.room_id, i.side, i.factor, i.pin_key, i.pin_mac, i.made_at, i.expires_at,
                   i.revoked_at, i.failures,
                   exists (select from mediation.pass p where p.invitation_id = i.invitation_id) as used
              from mediation.invitation i""";

    /**
     * @param factor TRACKING or PIN
     * @param used whether somebody came in by it
     */
    public record Invitation(
            String invitationId,
            String roomId,
            Side side,
            String factor,
            int pinKey,
            byte @Nullable [] pinMac,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            int failures,
            boolean used) {
        public boolean open(Instant now) {
            return revokedAt == null && now.isBefore(expiresAt);
        }
    }

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Invitation i, byte[] tokenHash, String by) {
        jdbc.sql("""
                        insert into mediation.invitation (invitation_id, room_id, side, token_hash, factor, pin_key,
                            pin_mac, made_at, made_by, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        i.invitationId(),
                        i.roomId(),
                        i.side().name(),
                        tokenHash,
                        i.factor(),
                        i.pinMac() == null ? null : i.pinKey(),
                        i.pinMac(),
                        Timestamp.from(i.madeAt()),
                        by,
                        Timestamp.from(i.expiresAt())))
                .update();
    }

    /** Waits for others who try the same link: tries at the same moment are counted one after the other. */
    public Optional<Invitation> byToken(byte[] tokenHash) {
        return jdbc.sql(SELECT + " where i.token_hash = ? for update of i")
                .param(tokenHash)
                .query(InvitationStore::invitation)
                .optional();
    }

    public List<Invitation> of(String roomId) {
        return jdbc.sql(SELECT + " where i.room_id = ? order by i.made_at, i.invitation_id")
                .param(roomId)
                .query(InvitationStore::invitation)
                .list();
    }

    /** By the hash of a pass that is still good; empty for any other. */
    public Optional<Invitation> byPass(byte[] passHash, Instant now) {
        return jdbc.sql(SELECT + "\n" + """
                         join mediation.pass p using (invitation_id)
                         where p.pass_hash = ? and p.ended_at is null and p.expires_at > ?
                           and i.revoked_at is null and i.expires_at > ?""")
                .params(passHash, Timestamp.from(now), Timestamp.from(now))
                .query(InvitationStore::invitation)
                .optional();
    }

    public void issue(byte[] passHash, String invitationId, Instant now, Instant expiresAt) {
        jdbc.sql("insert into mediation.pass (pass_hash, invitation_id, issued_at, expires_at) values (?, ?, ?, ?)")
                .params(passHash, invitationId, Timestamp.from(now), Timestamp.from(expiresAt))
                .update();
    }

    public void leave(byte[] passHash, Instant now) {
        jdbc.sql("update mediation.pass set ended_at = ? where pass_hash = ? and ended_at is null")
                .params(Timestamp.from(now), passHash)
                .update();
    }

    public int fail(String invitationId) {
        return jdbc.sql(
                        "update mediation.invitation set failures = failures + 1 where invitation_id = ? returning failures")
                .param(invitationId)
                .query(Integer.class)
                .single();
    }

    /** Ends a link and every pass that came of it; whether there was one to end. */
    public boolean revoke(String roomId, String invitationId, Instant now) {
        return jdbc.sql("""
                                update mediation.invitation set revoked_at = ?
                                 where room_id = ? and invitation_id = ? and revoked_at is null""").params(Timestamp.from(now), roomId, invitationId).update() == 1;
    }

    public void revokeAll(String roomId, Side side, Instant now) {
        jdbc.sql("update mediation.invitation set revoked_at = ? where room_id = ? and side = ? and revoked_at is null")
                .params(Timestamp.from(now), roomId, side.name())
                .update();
    }

    /** Ends every link and every pass that came of one; how many links there were. */
    public int revokeEvery(Instant now) {
        jdbc.sql("update mediation.pass set ended_at = ? where ended_at is null")
                .param(Timestamp.from(now))
                .update();
        return jdbc.sql("update mediation.invitation set revoked_at = ? where revoked_at is null")
                .param(Timestamp.from(now))
                .update();
    }

    private static Invitation invitation(ResultSet rs, int row) throws SQLException {
        Timestamp revoked = rs.getTimestamp("revoked_at");
        return new Invitation(
                rs.getString("invitation_id"),
                rs.getString("room_id"),
                Side.valueOf(rs.getString("side")),
                rs.getString("factor"),
                rs.getInt("pin_key"),
                rs.getBytes("pin_mac"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getTimestamp("expires_at").toInstant(),
                revoked == null ? null : revoked.toInstant(),
                rs.getInt("failures"),
                rs.getBoolean("used"));
    }
}
