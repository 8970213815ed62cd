package org.fangxin.cipher;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Signs what is noted of the audit log outside of the database, with SM2: whoever has the public half can see that it was this
 * program, and needs none of its keys for it.
 */
@Component
public class CheckpointSeal {
    private static final HexFormat HEX = HexFormat.of();

    private final KeyRing ring;
    private final byte[] privateKey;
    private final byte[] publicKey;
    private final boolean fresh;

    public CheckpointSeal(KeyRing ring) {
        this.ring = ring;
        this.fresh = !ring.has(KeyUse.CHECKPOINT);
        this.privateKey = fresh ? pair() : ring.material(KeyUse.CHECKPOINT, CheckpointSeal::pair);
        this.publicKey = Sm2.publicOf(privateKey);
    }

    private static byte[] pair() {
        return Sm2.fresh().privateKey();
    }

    /**
     * Puts a pair that was made just now into the key file: from then on only what it signed is believed. Whoever has signed with it
     * what was noted before calls this afterwards, so that a program killed in between begins again.
     *
     * @throws IllegalStateException when another program made one meanwhile
     */
    public void keep() {
        byte[] kept = ring.material(KeyUse.CHECKPOINT, () -> privateKey);
        if (!Arrays.equals(kept, privateKey)) {
            throw new IllegalStateException("审计检查点的密钥刚刚由另一个程序写好了。请再启动一次。");
        }
    }

    /** Whether the pair was made just now, and nothing that was noted before carries a signature that could be checked. */
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
