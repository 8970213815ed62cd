package org.fangxin.identity.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of one time by the clock (RFC 6238): HMAC-SHA1, steps of 30 seconds, six digits. SHA-1 since it is what the apps on
 * telephones know; as a keyed function it is not broken.
 */
final class TimeCode {
    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);
    /** A telephone's clock may be one step ahead or behind. */
    private static final int TOLERANCE = 1;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_A_LETTER = 5;

    private TimeCode() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    /** The step whose code this is, among those around {@code now}. All are compared, whichever fits. */
    static OptionalLong stepOf(String code, byte[] secret, Instant now) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long middle = step(now);
        return LongStream.rangeClosed(middle - TOLERANCE, middle + TOLERANCE)
                .filter(step -> MessageDigest.isEqual(given, at(secret, step).getBytes(StandardCharsets.UTF_8)))
                .reduce((earlier, later) -> later);
    }

    static String at(byte[] secret, long step) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xF;
        int number = ByteBuffer.wrap(mac, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        String digits = Integer.toString(number % (int) Math.pow(10, DIGITS));
        return "0".repeat(DIGITS - digits.length()) + digits;
    }

    /** As apps take it (RFC 4648 base32, without padding). */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : secret) {
            held = held << Byte.SIZE | one & 0xFF;
            bits += Byte.SIZE;
            while (bits >= BITS_A_LETTER) {
                bits -= BITS_A_LETTER;
                text.append(ALPHABET.charAt(held >> bits & ALPHABET.length() - 1));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(held << BITS_A_LETTER - bits)).toString();
    }

    private static byte[] mac(byte[] secret, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
        }
    }
}
