package org.fangxin.cipher;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Signs what is noted of the audit log outside of the database, with SM2: whoever has the public half can see that it was this
 * program, and needs none of its keys for it.
 */
@Component
public class CheckpointSeal {
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] privateKey;
    private final byte[] publicKey;
    private final boolean fresh;

    public CheckpointSeal(KeyRing ring) {
        this.fresh = !ring.has(KeyUse.CHECKPOINT);
        this.privateKey = ring.material(KeyUse.CHECKPOINT, () -> Sm2.fresh().privateKey());
        this.publicKey = Sm2.publicOf(privateKey);
    }

    /** Whether the pair was made just now: what was noted before carries no signature. */
    public boolean isFresh() {
        return fresh;
    }

    public String sign(String text) {
        return HEX.formatHex(Sm2.sign(privateKey, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this is a signature of exactly this text by this program. */
    public boolean holds(String text, String signature) {
        return signature.matches("([0-9a-f]{2}){8,80}")
                && Sm2.verify(publicKey, text.getBytes(StandardCharsets.UTF_8), HEX.parseHex(signature));
    }

    /** The public half, uncompressed, in hexadecimal digits. */
    public String publicKey() {
        return HEX.formatHex(publicKey);
    }
}
