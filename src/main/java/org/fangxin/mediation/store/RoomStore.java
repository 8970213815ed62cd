package org.fangxin.mediation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rooms; runs in the thread's scope. */
@Component
public class RoomStore {
    private static final String TABLE = "mediation.room";
    private static final String SELECT = """
            select room_id, case_no, topic, video, opened_at, last_line, ended_at, ended_why from mediation.room""";

    /**
     * @param topic what it is about, in the officer's words
     * @param video an address of the bureau's own service, or null
     * @param endedWhy MEDIATOR, AGREED, or null while open
     */
    public record Room(
            String roomId,
            String caseNo,
            String topic,
            @Nullable String video,
            Instant openedAt,
            long lastLine,
            @Nullable Instant endedAt,
            @Nullable String endedWhy) {}

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    RoomStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    public void insert(String roomId, String caseNo, String topic, String by, Instant now) {
        jdbc.sql("insert into mediation.room (room_id, case_no, topic, opened_at, opened_by) values (?, ?, ?, ?, ?)")
                .params(roomId, caseNo, ciphers.party().encrypt(topic, topic(roomId)), Timestamp.from(now), by)
                .update();
    }

    public Optional<Room> find(String roomId) {
        return jdbc.sql(SELECT + " where room_id = ?")
                .param(roomId)
                .query(this::room)
                .optional();
    }

    /** The room of a case that was opened last. */
    public Optional<Room> ofCase(String caseNo) {
        return jdbc.sql(SELECT + " where case_no = ? order by opened_at desc limit 1")
                .param(caseNo)
                .query(this::room)
                .optional();
    }

    /** The room, and nobody else writes in it until the transaction ends: lines get their numbers in order. */
    public Optional<Room> lock(String roomId) {
        return jdbc.sql(SELECT + " where room_id = ? for update")
                .param(roomId)
                .query(this::room)
                .optional();
    }

    public void video(String roomId, @Nullable String address) {
        byte[] sealed = address == null ? null : ciphers.party().encrypt(address, new Place(TABLE, "video", roomId));
        jdbc.sql("update mediation.room set video = ? where room_id = ?")
                .param(1, sealed)
                .param(2, roomId)
                .update();
    }

    public void end(String roomId, String why, Instant now) {
        jdbc.sql("update mediation.room set ended_at = ?, ended_why = ? where room_id = ? and ended_at is null")
                .params(Timestamp.from(now), why, roomId)
                .update();
    }

    private Room room(ResultSet rs, int row) throws SQLException {
        String id = rs.getString("room_id");
        byte[] video = rs.getBytes("video");
        Timestamp ended = rs.getTimestamp("ended_at");
        return new Room(
                id,
                rs.getString("case_no"),
                ciphers.party().decrypt(rs.getBytes("topic"), topic(id)),
                video == null ? null : ciphers.party().decrypt(video, new Place(TABLE, "video", id)),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getLong("last_line"),
                ended == null ? null : ended.toInstant(),
                rs.getString("ended_why"));
    }

    private static Place topic(String roomId) {
        return new Place(TABLE, "topic", roomId);
    }
}
