package org.fangxin.intake.internal.track;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Tracking codes: 16 random digits, read out in fours. Kept only as a keyed fingerprint bound to their number. */
public final class TrackingCode {
    /** What the fingerprint is for. */
    public static final String USE = "TRACKING-CODE";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DIGITS = 16;

    private TrackingCode() {}

    public static String fresh() {
        StringBuilder code = new StringBuilder(DIGITS);
        for (int i = 0; i < DIGITS; i++) {
            code.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return code.toString();
    }

    /** As typed with blanks or hyphens; empty when nothing was typed. */
    public static String normal(@Nullable String typed) {
        return typed == null
                ? ""
                : java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                        .replaceAll("[\\s-]", "");
    }
}
