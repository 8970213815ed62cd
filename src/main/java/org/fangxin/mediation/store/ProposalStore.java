package org.fangxin.mediation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.mediation.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals of a room; changed under the room's lock. Runs in the thread's scope. */
@Component
public class ProposalStore {
    private static final String SELECT = """
            select proposal_id, room_id, side, body, made_at, expires_at, accepted, state, decided_at
              from mediation.proposal""";

    /**
     * @param body the points and the note, as JSON
     * @param accepted the sides that agreed; whoever proposes agrees
     */
    public record Proposal(
            String proposalId,
            String roomId,
            Side side,
            String body,
            Instant madeAt,
            Instant expiresAt,
            Set<Side> accepted,
            String state,
            @Nullable Instant decidedAt) {
        /** Its state at a moment: an open one is over after its time. */
        public String stateAt(Instant now) {
            return state.equals("OPEN") && now.isAfter(expiresAt) ? "EXPIRED" : state;
        }
    }

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    ProposalStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    public void insert(Proposal p) {
        jdbc.sql("""
                        insert into mediation.proposal (proposal_id, room_id, side, body, made_at, expires_at, accepted, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        p.proposalId(),
                        p.roomId(),
                        p.side().name(),
                        ciphers.party().encrypt(p.body(), place(p.proposalId())),
                        Timestamp.from(p.madeAt()),
                        Timestamp.from(p.expiresAt()),
                        names(p.accepted()),
                        p.state()))
                .update();
    }

    public List<Proposal> of(String roomId) {
        return jdbc.sql(SELECT + " where room_id = ? order by made_at, proposal_id")
                .param(roomId)
                .query(this::proposal)
                .list();
    }

    public Optional<Proposal> find(String roomId, String proposalId) {
        return jdbc.sql(SELECT + " where room_id = ? and proposal_id = ?")
                .params(roomId, proposalId)
                .query(this::proposal)
                .optional();
    }

    public void move(String proposalId, Set<Side> accepted, String state, Instant now) {
        jdbc.sql("update mediation.proposal set accepted = ?, state = ?, decided_at = ? where proposal_id = ?")
                .params(names(accepted), state, Timestamp.from(now), proposalId)
                .update();
    }

    /** A counter-proposal takes the place of those that are open. */
    public void supersede(String roomId, Instant now) {
        jdbc.sql(
                        "update mediation.proposal set state = 'SUPERSEDED', decided_at = ? where room_id = ? and state = 'OPEN'")
                .params(Timestamp.from(now), roomId)
                .update();
    }

    private Proposal proposal(ResultSet rs, int row) throws SQLException {
        String id = rs.getString("proposal_id");
        Timestamp decided = rs.getTimestamp("decided_at");
        String[] accepted = (String[]) rs.getArray("accepted").getArray();
        return new Proposal(
                id,
                rs.getString("room_id"),
                Side.valueOf(rs.getString("side")),
                ciphers.party().decrypt(rs.getBytes("body"), place(id)),
                rs.getTimestamp("made_at").toInstant(),
                rs.getTimestamp("expires_at").toInstant(),
                Arrays.stream(accepted).map(Side::valueOf).collect(Collectors.toUnmodifiableSet()),
                rs.getString("state"),
                decided == null ? null : decided.toInstant());
    }

    private static String[] names(Set<Side> sides) {
        return sides.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Place place(String proposalId) {
        return new Place("mediation.proposal", "body", proposalId);
    }
}
