package org.fangxin.cipher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Links of an append-only record: each is an HMAC-SM3 over the link before it and the record's own content, so that
 * nobody without the key can change, drop, insert or swap records and make the chain fit again. A link names its key:
 * {@code <key>-<64 hex digits>}.
 */
@Component
public class Chain {
    /** What stands before the first record. */
    public static final String START = "";

    private final CipherDevice device;

    public Chain(CipherDevice device) {
        this.device = device;
    }

    /** The link of a record that follows {@code previous}. */
    public String link(String previous, String content) {
        return link(device.activeKey(KeyUse.JOURNAL), previous, content);
    }

    /** Whether this link belongs to this record after that link. */
    public boolean holds(String previous, String content, String link) {
        int dash = link.indexOf('-');
        if (dash < 1 || dash > 5 || !link.substring(0, dash).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int key = Integer.parseInt(link.substring(0, dash));
        return device.keys(KeyUse.JOURNAL).contains(key)
                && MessageDigest.isEqual(bytes(link(key, previous, content)), bytes(link));
    }

    private String link(int key, String previous, String content) {
        String whole = previous.length() + ":" + previous + content;
        return key + "-" + HexFormat.of().formatHex(device.mac(key, bytes(whole)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
