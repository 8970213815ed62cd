package org.fangxin.intake.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.database.Inserts;
import org.fangxin.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A submission sent twice with one key lands once: a second transaction with the same key waits for the first one and then finds
 * its answer.
 */
@Component
public class IdempotencyStore {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String CLAIM = """
            insert into intake.idempotency (key_mac, body_mac, made_at) values (?, ?, ?)
            on conflict (key_mac) do update set body_mac = excluded.body_mac, answer = null, made_at = excluded.made_at
                where intake.idempotency.made_at < ?""";

    private static final String USED = "select key_mac from intake.idempotency where key_mac = any (?)";
    private static final String KEEP =
            "insert into intake.idempotency (key_mac, body_mac, answer, made_at) values (?, ?, ?, ?)";

    private record Row(byte[] body, byte[] answer) {}

    private final JdbcClient jdbc;
    private final Macs macs;
    private final Ciphers ciphers;
    private final Inserts inserts;

    IdempotencyStore(JdbcClient jdbc, Macs macs, Ciphers ciphers, Inserts inserts) {
        this.inserts = inserts;
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
        Claim claim = claim(key, body);
        byte[] keyMac = claim.key;
        byte[] bodyMac = claim.body;
        int claimed = jdbc.sql(CLAIM)
                .params(keyMac, bodyMac, Timestamp.from(now), Timestamp.from(now.minus(KEPT)))
                .update();
        if (claimed == 0) {
            return earlier(keyMac, bodyMac).orElseThrow(IdempotencyStore::reused);
        }
        String answer = work.get();
        jdbc.sql("update intake.idempotency set answer = ? where key_mac = ?")
                .params(sealed(answer, keyMac), keyMac)
                .update();
        return answer;
    }

    /** A key with what was sent under it. */
    public static final class Claim {
        private final byte[] key;
        private final byte[] body;

        private Claim(byte[] key, byte[] body) {
            this.key = key;
            this.body = body;
        }

        /** The same for the same key. */
        public String id() {
            return HexFormat.of().formatHex(key);
        }
    }

    public Claim claim(String key, String body) {
        return new Claim(macs.lasting("IDEMPOTENCY-KEY", key), macs.lasting("IDEMPOTENCY-BODY", body));
    }

    /** Those under whose keys nothing is kept yet, in one round trip; the others are left to {@link #once}. */
    public List<Claim> unused(List<Claim> claims) {
        if (claims.isEmpty()) {
            return List.of();
        }
        Set<ByteBuffer> used = new HashSet<>(jdbc.sql(USED)
                .param(claims.stream().map(claim -> claim.key).toArray(byte[][]::new))
                .query((rs, n) -> ByteBuffer.wrap(rs.getBytes(1)))
                .list());
        return claims.stream()
                .filter(claim -> !used.contains(ByteBuffer.wrap(claim.key)))
                .toList();
    }

    /**
     * Keeps the answers under keys that were {@linkplain #unused unused}, in one order for everybody. When somebody else used
     * one meanwhile, this fails, and with it the transaction.
     */
    public void keep(Map<Claim, String> answers, Instant now) {
        Timestamp at = Timestamp.from(now);
        answers.entrySet().stream()
                .sorted(Comparator.comparing(answer -> answer.getKey().id()))
                .forEach(answer -> inserts.add(
                        KEEP,
                        answer.getKey().key,
                        answer.getKey().body,
                        sealed(answer.getValue(), answer.getKey().key),
                        at));
    }

    private byte[] sealed(String answer, byte[] key) {
        return ciphers.party().seal(answer.getBytes(StandardCharsets.UTF_8), place(key));
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
