package org.fangxin.intake.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.KeyUse;
import org.springframework.stereotype.Component;

/** Keyed fingerprints (HMAC-SM3) of what must be recognised and never read: tracking codes, keys, addresses, rows. */
@Component
public class Macs {
    /** A fingerprint and the number of the key that made it. */
    public record Keyed(int key, byte[] mac) {}

    private final CipherDevice device;

    Macs(CipherDevice device) {
        this.device = device;
    }

    /** Under the active key; {@code use} keeps fingerprints of different things apart. */
    public Keyed of(String use, String... parts) {
        int key = device.activeKey(KeyUse.BLIND_INDEX);
        return new Keyed(key, device.mac(key, bytes(use, parts)));
    }

    /**
     * Under the oldest key, for what must stay the same however often keys are rotated: rows that were taken in, keys of
     * repeated calls.
     */
    public byte[] lasting(String use, String... parts) {
        List<Integer> keys = device.keys(KeyUse.BLIND_INDEX);
        return device.mac(keys.stream().mapToInt(Integer::intValue).min().orElseThrow(), bytes(use, parts));
    }

    /** Whether these parts made the fingerprint; takes as long when they did not. */
    public boolean same(Keyed known, String use, String... parts) {
        return MessageDigest.isEqual(known.mac(), device.mac(known.key(), bytes(use, parts)));
    }

    private static byte[] bytes(String use, String... parts) {
        StringBuilder all = new StringBuilder(use);
        for (String part : parts) {
            all.append('\0').append(part.length()).append(':').append(part);
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
