package org.fangxin.cipher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.jcajce.provider.digest.SM3;

/** SM3 (GB/T 32905): fingerprints of 32 bytes, written as 64 small hexadecimal digits. */
public final class Sm3 {
    private Sm3() {}

    /** A fresh digest for data that comes in pieces, such as an attachment. */
    public static MessageDigest digest() {
        return new SM3.Digest();
    }

    public static byte[] hash(byte[] data) {
        return digest().digest(data);
    }

    public static String hex(byte[] data) {
        return HexFormat.of().formatHex(hash(data));
    }

    /** The fingerprint of a text's UTF-8 bytes. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
