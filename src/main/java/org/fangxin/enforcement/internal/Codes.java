package org.fangxin.enforcement.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.KeyUse;
import org.fangxin.enforcement.store.RewardStore.Code;
import org.springframework.stereotype.Component;

/** Numbers and codes of payouts: twelve random digits, kept only as a keyed fingerprint bound to the number. */
@Component
public class Codes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DIGITS = 12;

    private final CipherDevice device;

    Codes(CipherDevice device) {
        this.device = device;
    }

    /** Says nothing of case, agency or day. */
    static String claimNo() {
        return "JL" + digits(10);
    }

    static String fresh() {
        return digits(DIGITS);
    }

    Code of(String claimNo, String clear) {
        int key = device.activeKey(KeyUse.BLIND_INDEX);
        return new Code(key, mac(key, claimNo, clear));
    }

    boolean same(Code known, String claimNo, String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return MessageDigest.isEqual(known.mac(), mac(known.key(), claimNo, plain));
    }

    private byte[] mac(int key, String claimNo, String clear) {
        return device.mac(key, ("REWARD-CODE\0" + claimNo + '\0' + clear).getBytes(StandardCharsets.UTF_8));
    }

    private static String digits(int count) {
        StringBuilder code = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            code.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return code.toString();
    }
}
