package org.fangxin.notice.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts: only ever added to. */
@Component
public class ReceiptStore {
    /** What was heard of a sending. */
    public enum Outcome {
        ACCEPTED,
        DELIVERED,
        REFUSED,
        UNCERTAIN,
        FAILED,
        SHOWN,
        BY_HAND
    }

    /**
     * One receipt.
     *
     * @param proof the number that a gateway, a mail server or an officer gave
     * @param code why not; a code, never an address
     */
    public record Receipt(
            long id,
            long outboxId,
            int attempt,
            Outcome outcome,
            @Nullable String proof,
            @Nullable String code,
            Instant at) {}

    private final JdbcClient jdbc;

    ReceiptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(
            long outboxId, int attempt, Outcome outcome, @Nullable String proof, @Nullable String code, Instant at) {
        return jdbc.sql("""
                        insert into notice.receipt (outbox_id, attempt, outcome, proof, code, at)
                        values (?, ?, ?, ?, ?, ?) returning receipt_id""")
                .params(Arrays.asList(outboxId, attempt, outcome.name(), proof, code, Timestamp.from(at)))
                .query(Long.class)
                .single();
    }

    /** Oldest first. */
    public List<Receipt> of(long outboxId) {
        return jdbc.sql("""
                        select receipt_id, outbox_id, attempt, outcome, proof, code, at from notice.receipt
                         where outbox_id = ? order by receipt_id""")
                .param(outboxId)
                .query((rs, n) -> new Receipt(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getInt(3),
                        Outcome.valueOf(rs.getString(4)),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getTimestamp(7).toInstant()))
                .list();
    }

    /** The message of this id. */
    public Optional<Long> ofMessage(UUID messageId) {
        return jdbc.sql("select outbox_id from notice.outbox where message_id = ?")
                .param(messageId)
                .query(Long.class)
                .optional();
    }

    /** The message that a gateway took under this number. */
    public Optional<Long> accepted(String proof) {
        return jdbc.sql("""
                        select outbox_id from notice.receipt where proof = ? and outcome = 'ACCEPTED'
                         order by receipt_id desc limit 1""").param(proof).query(Long.class).optional();
    }
}
