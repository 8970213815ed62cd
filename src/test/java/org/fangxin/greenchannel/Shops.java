package org.fangxin.greenchannel;

import java.util.concurrent.atomic.AtomicInteger;
import org.fangxin.merchant.SocialCreditCode;

/** Codes of invented businesses, each right and each its own. */
public final class Shops {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Shops() {}

    public static String uscc() {
        String start = "91620823MA%07d".formatted(COUNT.incrementAndGet());
        return CHARACTERS
                .chars()
                .mapToObj(last -> start + (char) last)
                .filter(code -> SocialCreditCode.check(code) == SocialCreditCode.Verdict.RIGHT)
                .findFirst()
                .orElseThrow();
    }
}
