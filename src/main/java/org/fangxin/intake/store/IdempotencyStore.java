package org.fangxin.intake.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A submission sent twice with one key lands once. The key's row is written first: a second transaction with the same key
 * waits for the first one and then finds its answer.
 */
@Component
public class IdempotencyStore {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String CLAIM = """
            insert into intake.idempotency (key_mac, body_mac, made_at) values (?, ?, ?)
            on conflict (key_mac) do update set body_mac = excluded.body_mac, answer = null, made_at = excluded.made_at
                where intake.idempotency.made_at < ?""";

    private record Row(byte[] body, byte[] answer) {}

    private final JdbcClient jdbc;
    private final Macs macs;
    private final Ciphers ciphers;

    IdempotencyStore(JdbcClient jdbc, Macs macs, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.macs = macs;
        this.ciphers = ciphers;
    }

    /**
     * Does the work, or gives the earlier answer. Needs a transaction in the program's scope.
     *
     * @throws Problem 422 when the key was used for another body
     */
    public String once(String key, String body, Instant now, Supplier<String> work) {
        byte[] keyMac = macs.lasting("IDEMPOTENCY-KEY", key);
        byte[] bodyMac = macs.lasting("IDEMPOTENCY-BODY", body);
        int claimed = jdbc.sql(CLAIM)
                .params(keyMac, bodyMac, Timestamp.from(now), Timestamp.from(now.minus(KEPT)))
                .update();
        if (claimed == 0) {
            return earlier(keyMac, bodyMac).orElseThrow(IdempotencyStore::reused);
        }
        String answer = work.get();
        jdbc.sql("update intake.idempotency set answer = ? where key_mac = ?")
                .params(ciphers.party().seal(answer.getBytes(StandardCharsets.UTF_8), place(keyMac)), keyMac)
                .update();
        return answer;
    }

    /** Forgets keys whose day is over. */
    public int forget(Instant now) {
        return jdbc.sql("delete from intake.idempotency where made_at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private Optional<String> earlier(byte[] keyMac, byte[] bodyMac) {
        return jdbc.sql("select body_mac, answer from intake.idempotency where key_mac = ?")
                .param(keyMac)
                .query((rs, n) -> new Row(rs.getBytes(1), rs.getBytes(2)))
                .optional()
                .filter(row -> MessageDigest.isEqual(row.body(), bodyMac))
                .map(row -> ciphers.party().decrypt(row.answer(), place(keyMac)));
    }

    private static Problem reused() {
        return Problem.invalid("Idempotency-Key", "reused", "这个 Idempotency-Key 已用于另一次提交，那一次已经收到。改动的内容请作为补充材料提交。");
    }

    private static Place place(byte[] keyMac) {
        return new Place("intake.idempotency", "answer", HexFormat.of().formatHex(keyMac));
    }
}
