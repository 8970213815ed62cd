package org.fangxin.mediation.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said in rooms. Each reader's lines are numbered as he sees them, so that no gap tells one side of a talk with
 * the other. Runs in the thread's scope.
 */
@Component
public class LineStore {
    /** Who may read a line; the mediator reads all. */
    public static final String ALL = "ALL";

    private static final String SEEN = """
            select n, at, side, author, audience, kind, body, seq, proposal_id, attachments from (
                select l.*, row_number() over (order by seq) as n from mediation.line l
                 where room_id = ? and (? or audience = 'ALL' or audience = ?)) seen
             where n > ? order by n limit ?""";

    /** A line that is about to be written. */
    public record Draft(
            String kind,
            String audience,
            @Nullable String text,
            @Nullable String proposalId,
            List<String> attachments,
            byte @Nullable [] keyHash) {
        public static Draft event(String kind, @Nullable String text, @Nullable String proposalId) {
            return new Draft(kind, ALL, text, proposalId, List.of(), null);
        }

        public Draft keyed(byte @Nullable [] hash) {
            return new Draft(kind, audience, text, proposalId, attachments, hash);
        }
    }

    /**
     * @param n its number in the reader's sight
     * @param audience ALL, or the one side that it was for
     */
    public record Line(
            long n,
            Instant at,
            Side side,
            String author,
            String audience,
            String kind,
            String text,
            @Nullable String proposalId,
            List<String> attachments) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    LineStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    /** Needs the room's lock. */
    public void append(Seat seat, Draft draft, Instant now) {
        long seq = jdbc.sql("update mediation.room set last_line = last_line + 1 where room_id = ? returning last_line")
                .param(seat.roomId())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into mediation.line (room_id, seq, at, side, author, audience, kind, body, proposal_id,
                            attachments, key_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        seat.roomId(),
                        seq,
                        Timestamp.from(now),
                        seat.side().name(),
                        seat.author(),
                        draft.audience(),
                        draft.kind(),
                        draft.text() == null ? null : ciphers.party().encrypt(draft.text(), place(seat.roomId(), seq)),
                        draft.proposalId(),
                        draft.attachments().toArray(String[]::new),
                        draft.keyHash()))
                .update();
    }

    /** What this seat may read after its line {@code n}, oldest first. */
    public List<Line> after(Seat seat, long n, int most) {
        return jdbc.sql(SEEN)
                .params(seat.roomId(), seat.mediates(), seat.side().name(), n, most)
                .query((rs, row) -> line(seat.roomId(), rs))
                .list();
    }

    /** Whether a line that this seat can read shows the file. */
    public boolean shows(Seat seat, String attachmentId) {
        return jdbc.sql("""
                        select exists (select from mediation.line where room_id = ? and ? = any (attachments)
                                          and (? or audience = 'ALL' or audience = ?))""")
                .params(
                        seat.roomId(),
                        attachmentId,
                        seat.mediates(),
                        seat.side().name())
                .query(Boolean.class)
                .single();
    }

    /** The line that this author sent with this key; its text and kind tell whether it is the same again. */
    public Optional<Line> sent(Seat seat, byte[] keyHash) {
        return jdbc.sql("""
                        select 0 as n, at, side, author, audience, kind, body, seq, proposal_id, attachments
                          from mediation.line where room_id = ? and side = ? and author = ? and key_hash = ?""")
                .params(seat.roomId(), seat.side().name(), seat.author(), keyHash)
                .query((rs, row) -> line(seat.roomId(), rs))
                .optional();
    }

    private Line line(String roomId, ResultSet rs) throws SQLException {
        byte[] body = rs.getBytes("body");
        Array files = rs.getArray("attachments");
        return new Line(
                rs.getLong("n"),
                rs.getTimestamp("at").toInstant(),
                Side.valueOf(rs.getString("side")),
                rs.getString("author"),
                rs.getString("audience"),
                rs.getString("kind"),
                body == null ? "" : ciphers.party().decrypt(body, place(roomId, rs.getLong("seq"))),
                rs.getString("proposal_id"),
                List.of((String[]) files.getArray()));
    }

    private static Place place(String roomId, long seq) {
        return new Place("mediation.line", "body", roomId + "/" + seq);
    }
}
