package org.fangxin.cipher;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Keyed fingerprints (HMAC-SM3, 32 bytes) for exact search over encrypted values. The same person writes a telephone in
 * many ways: values are brought to one form first. Fingerprints of different kinds never match.
 */
@Component
public class BlindIndex {
    /** What kind of value is indexed. */
    public enum Kind {
        PHONE,
        ID_NUMBER,
        NAME,
        ADDRESS,
        /** Where somebody lives, in the one writing in which it is compared. */
        HOME
    }

    private final CipherDevice device;

    public BlindIndex(CipherDevice device) {
        this.device = device;
    }

    /** The fingerprint to store, under the active key. */
    public byte[] of(Kind kind, String value) {
        return mac(device.activeKey(KeyUse.BLIND_INDEX), kind, value);
    }

    /** The fingerprints to search for: one for each key, so that values from before a rotation are found too. */
    public List<byte[]> candidates(Kind kind, String value) {
        return device.keys(KeyUse.BLIND_INDEX).stream()
                .map(key -> mac(key, kind, value))
                .toList();
    }

    /** How many characters of an address count: by it the address is looked for in a text. */
    public static int length(String address) {
        String plain = normal(Kind.ADDRESS, address);
        return plain.codePointCount(0, plain.length());
    }

    private byte[] mac(int key, Kind kind, String value) {
        return device.mac(key, (kind.name() + '\0' + normal(kind, value)).getBytes(StandardCharsets.UTF_8));
    }

    static String normal(Kind kind, String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return switch (kind) {
            case PHONE -> phone(plain);
            case HOME -> plain;
            case ADDRESS -> plain.replaceAll("[\\s\\p{Z}—－-]", "").toUpperCase(Locale.ROOT);
            case ID_NUMBER -> plain.replaceAll("[\\s\\p{Z}-]", "").toUpperCase(Locale.ROOT);
            case NAME ->
                plain.replaceAll("[\\s\\p{Z}]", "").replaceAll("[•・‧∙⋅.]", "·").toUpperCase(Locale.ROOT);
        };
    }

    private static String phone(String plain) {
        boolean plus = plain.strip().startsWith("+");
        String digits = plain.replaceAll("\\D", "");
        if (digits.startsWith("0086")) {
            return digits.substring(4);
        }
        boolean mobileWithCountry = digits.length() == 13 && digits.startsWith("861");
        return digits.startsWith("86") && (plus || mobileWithCountry) ? digits.substring(2) : digits;
    }
}
