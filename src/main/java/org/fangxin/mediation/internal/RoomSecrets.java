package org.fangxin.mediation.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.KeyUse;
import org.fangxin.cipher.Sm3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * RoomSecrets of links, passes and PINs. A link's and a pass's are 256 random bits and kept as their SM3; a PIN has six digits
 * and is kept under a key, or whoever reads the table could try them all.
 */
@Component
class RoomSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int PINS = 1_000_000;

    /** A PIN's fingerprint and the number of the key that made it. */
    record Pin(String clear, int key, byte[] mac) {}

    private final CipherDevice device;

    RoomSecrets(CipherDevice device) {
        this.device = device;
    }

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An id that says nothing and gives no right. */
    static String id(String prefix) {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return prefix + "-"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .replace('_', 'x')
                        .replace('-', 'y');
    }

    static byte[] hash(String secret) {
        return Sm3.hash(secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    Pin pin(String invitationId) {
        String clear = "%06d".formatted(RANDOM.nextInt(PINS));
        int key = device.activeKey(KeyUse.BLIND_INDEX);
        return new Pin(clear, key, mac(key, invitationId, clear));
    }

    boolean same(int key, byte @Nullable [] known, String invitationId, String typed) {
        return known != null && MessageDigest.isEqual(known, mac(key, invitationId, typed.replaceAll("\\s", "")));
    }

    private byte[] mac(int key, String invitationId, String clear) {
        return device.mac(key, ("MEDIATION-PIN\0" + invitationId + '\0' + clear).getBytes(StandardCharsets.UTF_8));
    }
}
