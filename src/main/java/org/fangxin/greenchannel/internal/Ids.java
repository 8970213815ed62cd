package org.fangxin.greenchannel.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids that say nothing. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;

    private Ids() {}

    static String fresh(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + '-' + HexFormat.of().formatHex(bytes);
    }
}
